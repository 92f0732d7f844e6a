import type { MinimumStandard, Pillar } from '@demarche/contracts';

/** One thing that reports ask for, with the words for its whole life. `{sector}`, `{place}` and `{country}` are filled in. */
export interface Topic {
  readonly pillar: Pillar;
  readonly standards: readonly MinimumStandard[];
  /** As meetings and assessments call it: "the law on recruitment fees". */
  readonly short: string;
  /** The body of the government that it falls to. */
  readonly body: string;
  /** How the wording may come down the years: each is a small edit of the one before. */
  readonly wordings: readonly [string, string, ...string[]];
  /** What shows initial steps, partial implementation and implementation. */
  readonly steps: readonly [string, string, string];
  readonly promise: string;
}
