import { setTimeout } from 'node:timers/promises';
import { atMost, type Benchmark, type Figure, figureOf, percentile } from './benchmark.ts';
import { clearFolder } from './cleared-at-exit.ts';
import { type Acknowledged, keptAlive, type LiveServer, listenToChanges, logMeeting } from './live-server.ts';
import { signIn, startStandalone } from './processes/standalone.ts';
import { startProcess } from './processes/start-process.ts';

const ROUNDS = 5;
const SECONDS = 4;
const A_SECOND = 200;
const EVENTS = 10_000;

const bareChanges = new URL('./processes/bare-changes.ts', import.meta.url);

/** From each acknowledgement to the first word that the views hold it, in milliseconds. */
const delays = async (server: LiveServer): Promise<readonly number[]> => {
  const listener = await listenToChanges(server);
  const agent = keptAlive();
  const acknowledged: Promise<Acknowledged>[] = [];
  const start = performance.now();
  for (let sent = 0; sent < SECONDS * A_SECOND; sent += 1) {
    // By the clock and not by the answers: a slow answer puts nothing off.
    const due = start + (sent * 1_000) / A_SECOND;
    while (performance.now() < due) await setTimeout(1);
    acknowledged.push(logMeeting(server, agent, sent));
  }
  const all = await Promise.all(acknowledged);
  const told = await Promise.all(all.map(async ({ position, at }) => (await listener.toldOf(position)) - at));
  listener.close();
  agent.destroy();
  // Told before the answer was read is told at once.
  return told.map((delay) => Math.max(0.01, delay));
};

interface Round {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

const figure = (name: string, share: number, limit: number | undefined, rounds: readonly Round[]): Figure =>
  figureOf({
    name: `command acknowledged to views holding it, at ${A_SECOND} commands a second, ${name}`,
    unit: 'ms',
    what: 'the hop: a bare server that counts, and tells the number in the next turn of its event loop',
    rounds: rounds.map(({ ours, bare }) => ({ value: percentile(ours, share), baseline: percentile(bare, share) })),
    targets: limit === undefined ? [] : [atMost('value', limit)],
  });

export const commitToView: Benchmark = {
  name: 'commit-to-view',
  async *run({ histories }) {
    const { folder } = await histories.copyOf(EVENTS);
    const [ours, bare] = await Promise.all([
      startStandalone({ folder }),
      startProcess({ program: bareChanges, settings: {} }),
    ]);
    try {
      const cookie = await signIn(ours.address);
      const rounds: Round[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        rounds.push({
          ours: await delays({ address: ours.address, headers: { cookie } }),
          bare: await delays({ address: bare.address, headers: {} }),
        });
      }
      // The first round warms both up.
      rounds.shift();
      yield figure('p50', 0.5, undefined, rounds);
      yield figure('p99', 0.99, 15, rounds);
    } finally {
      await Promise.all([ours.stop(), bare.stop()]);
      clearFolder(folder);
    }
  },
};
