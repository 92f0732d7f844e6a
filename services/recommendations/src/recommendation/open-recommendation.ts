import type { IsoDate } from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';
import type { Recommendation, RecommendationRecord } from './recommendation.ts';
import { standingClosure } from './standing-entries.ts';

type RefusalOfDate = 'occurred-in-the-future' | 'occurred-before-issue';

/** The record of a recommendation, or the refusal that there is none. */
export const onRecord = (state: Recommendation): RecommendationRecord | Rejected<'recommendation-unknown'> => {
  switch (state.status) {
    case 'issued':
      return state;
    case 'withdrawn':
      return reject(
        'recommendation-unknown',
        `${state.reference} was taken out of its report by a correction. Choose a recommendation of the report as it is now.`,
      );
    case 'unknown':
      return reject(
        'recommendation-unknown',
        'No recommendation with this reference is on record. Check the country, the report year and the number.',
      );
  }
};

/** Nothing more is recorded on a closed recommendation. */
export const refuseClosed = (record: RecommendationRecord): Rejected<'recommendation-closed'> | undefined => {
  const closure = standingClosure(record);
  return (
    closure &&
    reject(
      'recommendation-closed',
      `${record.reference} was closed on ${closure.occurredOn}. If that was an error, withdraw the closure ${closure.entryId} first.`,
    )
  );
};

/** What happened to a recommendation happened after it was issued and not after today. */
export const refuseDate = (
  record: RecommendationRecord,
  occurredOn: IsoDate,
  today: IsoDate,
): Rejected<RefusalOfDate> | undefined => {
  if (occurredOn > today) {
    return reject('occurred-in-the-future', `${occurredOn} lies in the future. Record it once it has happened.`);
  }
  if (occurredOn < record.issuedOn) {
    return reject(
      'occurred-before-issue',
      `${record.reference} was issued on ${record.issuedOn}${assumed(record)}, after ${occurredOn}.`,
    );
  }
  return undefined;
};

const assumed = ({ issuedOnBasis }: RecommendationRecord): string =>
  issuedOnBasis === 'statutory' ? ' (the statutory day, assumed; correct the report if it came out earlier)' : '';
