import type { SeededRandom } from '@demarche/testing/scenario';

/** Everything that can go wrong in the world, each by the name that the trace uses. */
export const faultKinds = [
  'calls are lost',
  'calls are slow',
  'calls come twice',
  'links are cut',
  'writers crash',
  'the store crashes',
  'relays crash',
  'replicas crash',
  'transactions are torn',
  'clocks jump',
  'the bus crashes',
  'the bus is made anew',
  'the bus is purged',
  'the bus loses its newest messages',
  'the bus loses a message',
  'the bus delivers in disorder',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** What goes wrong at the moment. In each world other things do: some faults only show where others do not hide them. */
export interface Conditions {
  readonly kinds: ReadonlySet<FaultKind>;
  /** From now on nothing goes wrong any more. */
  calm(): void;
  isCalm(): boolean;
  /** Whether this fault strikes now. */
  strikes(kind: FaultKind, probability: number): boolean;
}

export const conditions = (random: SeededRandom): Conditions => {
  const share = random.pick([0, 0.15, 0.3, 0.5, 1]);
  // A purge takes the order of the bus away from it, and with it the strictest of the checks: not in every world.
  const rare = (kind: FaultKind) => kind === 'the bus is purged' && random.chance(0.5);
  const kinds = new Set(faultKinds.filter((kind) => random.chance(share) && !rare(kind)));
  let calm = false;
  return {
    kinds,
    calm() {
      calm = true;
    },
    isCalm: () => calm,
    strikes: (kind, probability) => !calm && kinds.has(kind) && random.chance(probability),
  };
};
