import fc from 'fast-check';

export const COUNTRIES = ['XKD', 'XLS'];

const LETTERS = '23456789ABCDEFGH';

/** One thing that happens: which kind, and numbers out of which everything about it is chosen. */
export const step = fc.record({ kind: fc.nat(99), a: fc.nat(1000), b: fc.nat(1000), day: fc.nat(1600) });
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What a story has told so far, so that it goes on with what is on record. */
export interface ToldSoFar {
  readonly reports: Map<string, { readonly on: string; references: string[] }>;
  readonly engagements: Map<
    string,
    { countries: string[]; on: string; withdrawn: boolean; raised: Set<string>; promises: number; followUps: number }
  >;
  readonly promises: { id: string; country: string; engagement: string; on: string; ended: boolean }[];
  readonly followUps: { id: string; engagement: string; done: boolean }[];
  readonly actions: Map<string, { country: string; withdrawn: boolean }>;
  readonly entries: { id: string; withdrawn: boolean }[];
  readonly counts: Map<string, number>;
}

export const dayOf = (number: number): string =>
  new Date(Date.UTC(2019, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

export const pick = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items[number % Math.max(1, items.length)];

export const idOf = (prefix: string, number: number): string =>
  `${prefix}-${[...String(number).padStart(8, '0')]
    .map((digit) => LETTERS[Number(digit)])
    .join('')
    .replace(/^(.{4})/, '$1-')}`;

export const referencesOf = (record: ToldSoFar): string[] =>
  [...record.reports.values()].flatMap(({ references }) => references);

/** An engagement that was not withdrawn. */
export const standing = (record: ToldSoFar, step: Step) =>
  pick(
    [...record.engagements].filter(([, { withdrawn }]) => !withdrawn),
    step.a,
  );
