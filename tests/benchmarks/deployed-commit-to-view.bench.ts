import { natsInstalled } from '@demarche/testing';
import { generateScenario } from '@demarche/testing/scenario';
import { connect } from 'nats';
import { startDeployed } from '../deployed/start-deployed.ts';
import { atMost, type Benchmark, type Figure, figureOf, percentile } from './benchmark.ts';
import { atPace, commitDelays } from './commit-delays.ts';
import { TODAY } from './prepared-history.ts';
import { signIn } from './processes/standalone.ts';
import { startProcess } from './processes/start-process.ts';

const ROUNDS = 5;
const pace = { seconds: 4, aSecond: 100 };
const EVENTS = 10_000;
const OPEN_PAGES = 200;

const bareChanges = new URL('./processes/bare-changes.ts', import.meta.url);

/** From each publish to the subscriber's being told, over the very server and two connections, in milliseconds. */
const hops = async (url: string): Promise<readonly number[]> => {
  const [publisher, subscriber] = await Promise.all([connect({ servers: url }), connect({ servers: url })]);
  const sentAt: number[] = [];
  const delays: number[] = [];
  subscriber.subscribe('bench.hop', {
    callback: (_error, message) => void delays.push(performance.now() - (sentAt[Number(message.string())] ?? 0)),
  });
  await subscriber.flush();
  await atPace(pace, (number) => {
    sentAt[number] = performance.now();
    publisher.publish('bench.hop', String(number));
  });
  await publisher.flush();
  await subscriber.flush();
  await Promise.all([publisher.close(), subscriber.close()]);
  return delays;
};

interface Round {
  readonly ours: readonly number[];
  readonly baseline: readonly number[];
}

interface Compared {
  readonly until: string;
  readonly what: string;
  /** Milliseconds that 99 of 100 may take. */
  readonly limit: number;
}

const figures = ({ until, what, limit }: Compared, rounds: readonly Round[]): readonly Figure[] =>
  (
    [
      ['p50', 0.5],
      ['p99', 0.99, limit],
    ] as const
  ).map(([name, share, atMostMs]) =>
    figureOf({
      name: `a process for each service: command acknowledged to ${until}, at ${pace.aSecond} commands a second, ${name}`,
      unit: 'ms',
      what,
      rounds: rounds.map(({ ours, baseline }) => ({
        value: percentile(ours, share),
        baseline: percentile(baseline, share),
      })),
      targets: atMostMs === undefined ? [] : [atMost('value', atMostMs)],
    }),
  );

const inRounds = async (
  ours: () => Promise<readonly number[]>,
  baseline: () => Promise<readonly number[]>,
): Promise<readonly Round[]> => {
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push({ ours: await ours(), baseline: await baseline() });
  // The first round warms both up.
  return rounds.slice(1);
};

export const deployedCommitToView: Benchmark = {
  name: 'deployed-commit-to-view',
  async *run({ events = EVENTS }) {
    const installed = natsInstalled();
    if (installed !== true) return console.error(`deployed-commit-to-view was skipped: ${installed}`);
    const world = { seed: 187, countries: 187, fromYear: 2020, toYear: 2026, today: TODAY, eventsTarget: events };
    const { address, nats, caughtUp, close } = await startDeployed({ record: generateScenario(world) });
    const bare = await startProcess({ program: bareChanges, settings: {} });
    try {
      await caughtUp();
      const server = { address, headers: { cookie: await signIn(address) } };
      const counting = { address: bare.address, headers: {} };
      yield* figures(
        { until: 'views holding it', what: 'the hop: NATS from a publisher to a subscriber', limit: 1_000 },
        await inRounds(
          () => commitDelays(server, pace),
          () => hops(nats.url),
        ),
      );
      yield* figures(
        {
          until: `each of ${OPEN_PAGES} open pages told`,
          what: 'a bare server that counts, and writes the number to as many event streams',
          limit: 2_000,
        },
        await inRounds(
          () => commitDelays(server, pace, OPEN_PAGES),
          () => commitDelays(counting, pace, OPEN_PAGES),
        ),
      );
    } finally {
      await Promise.all([close(), bare.stop()]);
    }
  },
};
