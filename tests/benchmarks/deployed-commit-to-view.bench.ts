import { natsInstalled } from '@demarche/testing';
import { generateScenario } from '@demarche/testing/scenario';
import { connect } from 'nats';
import { startDeployed } from '../deployed/start-deployed.ts';
import { type Benchmark, type Figure, figureOf, percentile } from './benchmark.ts';
import { atPace, commitDelays } from './commit-delays.ts';
import { TODAY } from './prepared-history.ts';
import { signIn } from './processes/standalone.ts';

const ROUNDS = 5;
const pace = { seconds: 4, aSecond: 100 };
const EVENTS = 10_000;

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
  readonly hop: readonly number[];
}

const figure = (name: string, share: number, rounds: readonly Round[]): Figure =>
  figureOf({
    name: `a process for each service: command acknowledged to views holding it, at ${pace.aSecond} commands a second, ${name}`,
    unit: 'ms',
    what: 'the hop: NATS from a publisher to a subscriber',
    rounds: rounds.map(({ ours, hop }) => ({ value: percentile(ours, share), baseline: percentile(hop, share) })),
  });

export const deployedCommitToView: Benchmark = {
  name: 'deployed-commit-to-view',
  async *run({ events = EVENTS }) {
    const installed = natsInstalled();
    if (installed !== true) return console.error(`deployed-commit-to-view was skipped: ${installed}`);
    const world = { seed: 187, countries: 187, fromYear: 2020, toYear: 2026, today: TODAY, eventsTarget: events };
    const { address, nats, caughtUp, close } = await startDeployed({ record: generateScenario(world) });
    try {
      await caughtUp();
      const cookie = await signIn(address);
      const rounds: Round[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const ours = await commitDelays({ address, headers: { cookie } }, pace);
        rounds.push({ ours, hop: await hops(nats.url) });
      }
      // The first round warms both up.
      rounds.shift();
      yield figure('p50', 0.5, rounds);
      yield figure('p99', 0.99, rounds);
    } finally {
      await close();
    }
  },
};
