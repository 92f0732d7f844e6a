import type { ImplementationStatus } from '@demarche/contracts/vocabularies';
import type { StatusCounts } from '../graphql/answers.ts';

const ORDER: ReadonlyArray<readonly [ImplementationStatus, string]> = [
  ['implemented', 'implemented'],
  ['partially_implemented', 'partial'],
  ['initial_steps', 'initial'],
  ['not_started', 'not started'],
  ['reversed', 'reversed'],
  ['no_evidence', 'no evidence'],
  ['not_assessed', 'not assessed'],
];

export interface StatusShare {
  readonly status: ImplementationStatus;
  readonly word: string;
  readonly count: number;
}

/** The values that occur, the furthest first. */
export const statusShares = (counts: StatusCounts): StatusShare[] =>
  ORDER.map(([status, word]) => ({ status, word, count: counts[status] })).filter(({ count }) => count > 0);

/** `1 implemented · 4 initial · 2 not assessed`. */
export const sharesInWords = (counts: StatusCounts): string =>
  statusShares(counts)
    .map(({ count, word }) => `${count} ${word}`)
    .join(' · ') || 'none on record';
