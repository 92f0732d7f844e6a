import type { TierMovement, TierValue } from '../parsed-narrative.ts';

/** A narrative to be written out: of a fictional country, for tests, benchmarks and demonstrations. */
export type NarrativeFacts = {
  country: { iso3: string; name: string };
  year: number;
  tier: { value: TierValue; movement: TierMovement | null; consecutiveYears: number | null; waiver: boolean };
  /** The recommendations as bare clauses: "train border guards on the signs of forced labor". */
  clauses: readonly string[];
};

export type ListSeparator =
  | 'semicolons'
  | 'inline-bullets'
  | 'run-together'
  | 'bullet-lines'
  | 'star-lines'
  | 'lines'
  | 'paragraphs'
  | 'inline-stars'
  | 'numbered';
export type ListHeading =
  | 'prioritized'
  | 'prioritized-colon'
  | 'for-capitals'
  | 'run-in'
  | 'title-case'
  | 'misspelt'
  | 'none';
export type Wrapper = 'none' | 'banner' | 'citation' | 'menu' | 'collector' | 'news';

export type NarrativeForm = {
  separator: ListSeparator;
  listHeading: ListHeading;
  tierHeading: 'colon' | 'capitals' | 'brackets';
  order: 'tier-first' | 'profile-first';
  wrapper: Wrapper;
  container: 'text' | 'wrapped-text' | 'html';
};
