import type { CountryCode } from '@demarche/contracts';
import type { CommitmentRecord, Review } from './commitment.ts';

/**
 * Delivery is complete when the last review of every country bound finds it so. A review of the commitment as a whole
 * speaks for every country. Where a text binds all participants of its forum, it takes a review of the whole.
 */
export const isComplete = (record: CommitmentRecord): boolean =>
  judged(record).every((country) => lastReview(record, country)?.delivery === 'complete');

const judged = ({ countries, reviews }: CommitmentRecord): readonly (CountryCode | null)[] =>
  countries.length > 0 ? countries : [null, ...reviews.map(({ country }) => country)];

/** The newest by the day it holds for, among equal days the one recorded last. */
const lastReview = ({ reviews }: CommitmentRecord, country: CountryCode | null): Review | undefined =>
  reviews
    .filter((review) => review.country === country || review.country === null)
    .reduce<Review | undefined>(
      (newest, review) => (newest && newest.occurredOn > review.occurredOn ? newest : review),
      undefined,
    );
