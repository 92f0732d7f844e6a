import type { CommandId } from '@demarche/contracts';
import {
  acknowledgingFirst,
  appendingAnywhere,
  believingItsPlace,
  checkpointOutside,
  forgettingKeys,
  notHealing,
  orderedByClocks,
  remembering,
  seeingLaterFirst,
  skipping,
  swallowingErrors,
  trustingArrival,
  withoutExpectation,
} from './broken-parts.ts';
import type { Seams } from './seams.ts';

export interface PlantedBug {
  readonly bug: string;
  /** Made anew for each world. */
  readonly seams: () => Seams;
  /** What the simulation says of it; some bugs show in more than one way. */
  readonly says: RegExp;
}

/** One bug for each guard that the design rests on. The simulation has to find every one. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    bug: 'a command is handled without looking for its key',
    seams: () => ({ writersStore: forgettingKeys }),
    says: /was on record, and was refused|answered otherwise/,
  },
  {
    bug: 'an append takes any revision',
    seams: () => ({ writersStore: appendingAnywhere }),
    says: /a past that did not hold/,
  },
  {
    bug: 'an append is acknowledged before it is on disk',
    seams: () => ({ writersStore: acknowledgingFirst }),
    says: /was acknowledged, and is not on record|not where its answer says|answered otherwise/,
  },
  {
    bug: 'a person takes a new key for each try',
    seams: () => ({
      keyOf: (key, attempt) => (attempt === 0 ? key : (`${key.slice(0, -2)}${10 + (attempt % 90)}` as CommandId)),
    }),
    says: /was recorded under \d keys|was on record, and was refused/,
  },
  {
    bug: 'a relay publishes without saying what it follows',
    seams: () => ({ relaysLog: withoutExpectation }),
    says: /The bus holds position|does not hold position|names/,
  },
  {
    bug: 'a relay remembers where it was',
    seams: () => ({ relaysLog: remembering }),
    says: /The bus does not hold position|Not everything caught up/,
  },
  {
    bug: 'a relay never looks again when all is quiet',
    seams: () => ({
      relaysTiming: (timing) => ({
        ...timing,
        after: (ms, call) => (ms === 1_000 ? () => {} : timing.after(ms, call)),
      }),
    }),
    says: /Not everything caught up|does not hold position/,
  },
  {
    bug: 'the store shows a later event before an earlier one',
    seams: () => ({ relaysStore: seeingLaterFirst }),
    says: /names|does not hold position|has its checkpoint at/,
  },
  { bug: 'a feed skips a position', seams: () => ({ feed: skipping }), says: /has its checkpoint at/ },
  {
    bug: 'a feed does not heal a gap',
    seams: () => ({ feed: notHealing }),
    says: /has its checkpoint at/,
  },
  {
    bug: 'a feed trusts the order of arrival',
    seams: () => ({ feed: trustingArrival }),
    says: /has its checkpoint at/,
  },
  {
    bug: 'a reader keeps its place in a log that was made anew',
    seams: () => ({ readersLog: believingItsPlace() }),
    says: /Not everything caught up/,
  },
  {
    bug: 'a checkpoint moves outside the transaction',
    seams: () => ({ projection: checkpointOutside }),
    says: /has its checkpoint at/,
  },
  {
    bug: 'an error in a projector is swallowed',
    seams: () => ({ projection: swallowingErrors }),
    says: /has its checkpoint at|caught up/,
  },
  {
    bug: 'events are put in order by their clocks',
    seams: () => ({ projection: orderedByClocks }),
    says: /has its checkpoint at/,
  },
];
