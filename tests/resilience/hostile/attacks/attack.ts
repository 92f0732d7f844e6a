import type { Outcome, Tally } from '../tally.ts';
import type { Wire } from '../wire.ts';

/** Where attacks go. */
export interface Aim {
  readonly port: number;
  readonly wire: Wire;
  /** Of somebody who is signed in. */
  readonly cookie: string;
}

export interface Attack {
  readonly name: string;
  /** What may become of it; anything else is a finding. */
  readonly expected: readonly Outcome[];
  /** What is wrong with the answer beside its status, in sentences. */
  run(aim: Aim): Promise<{ readonly outcome: Outcome; readonly faults?: readonly string[] }>;
}

/** Runs the attacks, all at once, and says what came out otherwise than it should. */
export const runAttacks = async (attacks: readonly Attack[], aim: Aim, tally: Tally): Promise<readonly string[]> => {
  const findings = await Promise.all(
    attacks.map(async ({ name, expected, run }) => {
      const { outcome, faults = [] } = await run(aim);
      tally.count(name, outcome);
      const unexpected = expected.includes(outcome) ? [] : [`${outcome} in place of ${expected.join(' or ')}`];
      return [...unexpected, ...faults].map((fault) => `${name}: ${fault}`);
    }),
  );
  return findings.flat();
};

export const times = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
