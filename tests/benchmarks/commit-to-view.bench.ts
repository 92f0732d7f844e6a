import { atMost, type Benchmark, type Figure, figureOf, percentile } from './benchmark.ts';
import { clearFolder } from './cleared-at-exit.ts';
import { commitDelays } from './commit-delays.ts';
import { signIn, startStandalone } from './processes/standalone.ts';
import { startProcess } from './processes/start-process.ts';

const ROUNDS = 5;
const SECONDS = 4;
const A_SECOND = 200;
const EVENTS = 10_000;
const pace = { seconds: SECONDS, aSecond: A_SECOND };

const bareChanges = new URL('./processes/bare-changes.ts', import.meta.url);

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
          ours: await commitDelays({ address: ours.address, headers: { cookie } }, pace),
          bare: await commitDelays({ address: bare.address, headers: {} }, pace),
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
