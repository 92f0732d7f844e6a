import { atMost, type Benchmark, type Figure, figureOf } from './benchmark.ts';
import { type Timed, timesOf } from './graphql/times-of.ts';

/** The small record that the large one is set beside. */
const SMALL = 10_000;
const LARGE = 1_000_000;

const inWords = (count: number): string => count.toLocaleString('en-US');

const besideConstants = (events: number, { name, fresh, bytes, rounds }: Timed): Figure =>
  figureOf({
    name: `${name}, of ${inWords(events)} events`,
    unit: 'ms',
    what: `bare graphql-yoga answering the same ${inWords(bytes)} bytes out of memory`,
    rounds,
    targets: fresh ? [] : [atMost('ratio', 2)],
  });

type Round = Timed['rounds'][number];

/** A longer answer takes longer to write out: by as much as it does where it comes out of memory. */
const forLongerAnswer = (small: Round, large: Round): number => small.value * (large.baseline / small.baseline);

const besideSmall = (events: number, large: Timed, small: Timed): Figure =>
  figureOf({
    name: `${large.name}, of ${inWords(events)} events beside ${inWords(SMALL)}`,
    unit: 'ms',
    what: `the same question to ${inWords(SMALL)} events, its ${inWords(small.bytes)} bytes made up to these ${inWords(large.bytes)} by what both take out of memory`,
    rounds: large.rounds.map((round, index) => ({
      value: round.value,
      baseline: forLongerAnswer(small.rounds[index] as Round, round),
    })),
    targets: large.fresh ? [] : [atMost('ratio', 1.3)],
  });

/** What the pages of the console ask, at three points on the two clocks, of a small record and of a large one. */
export const graphqlQueries: Benchmark = {
  name: 'graphql-queries',
  async *run({ events = LARGE, histories }) {
    const small = new Map<string, Timed>();
    for await (const timed of timesOf(await histories.of(SMALL))) {
      small.set(timed.name, timed);
      yield besideConstants(SMALL, timed);
    }
    for await (const timed of timesOf(await histories.of(events))) {
      yield besideConstants(events, timed);
      const before = small.get(timed.name);
      if (before) yield besideSmall(events, timed, before);
    }
  },
};
