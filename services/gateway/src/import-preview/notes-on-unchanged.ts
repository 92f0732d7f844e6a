import type { ImportPreviewRow, IsoDate, RewordingId } from '@demarche/contracts';

export type Notice = ImportPreviewRow['warnings'][number];

export interface HeldDay {
  readonly occurredOn: IsoDate;
  readonly occurredOnBasis: 'stated' | 'statutory';
}

export interface HeldRewording {
  /** Null where an earlier file of the same import would be kept for review. */
  readonly rewordingId: RewordingId | null;
  readonly review: object | null;
}

/** A text that waits for review already is not on record as the report’s, though bringing it in again changes nothing. */
export const awaitingReview = ({ rewordingId, review }: HeldRewording): readonly Notice[] =>
  review !== null
    ? []
    : [
        {
          code: 'awaiting-review',
          message: `The same differing text waits for review already${rewordingId === null ? '' : `, as ${rewordingId}`}; nothing more is recorded. Decide on it on the page of the report.`,
          line: null,
        },
      ];

/** A day of release that is given with a text already on record is not recorded, and that is not left unsaid. */
export const otherReleaseDay = (
  { occurredOn, occurredOnBasis }: HeldDay,
  given: string | undefined,
): readonly Notice[] =>
  given === undefined || given === occurredOn
    ? []
    : [
        {
          code: 'release-day-differs',
          message: `The day of release given, ${given}, is not recorded: the report is on record with ${occurredOn}${occurredOnBasis === 'statutory' ? ', the statutory day that was assumed' : ''}. Correct it on the page of the report, “Correct the report”.`,
          line: null,
        },
      ];
