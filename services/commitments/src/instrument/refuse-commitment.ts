import type { ForumCommitmentRequest, IsoDate, RecommendationReference } from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';

/** Recommendations that a report on record holds. */
export type KnownRecommendations = ReadonlySet<RecommendationReference>;

/** What holds for every commitment in a forum's text. */
export const refuseCommitment = (
  commitment: ForumCommitmentRequest,
  ordinal: number,
  { adoptedOn, known }: { readonly adoptedOn: IsoDate; readonly known: KnownRecommendations },
): Rejected<'concrete-needs-target' | 'due-before-adoption' | 'recommendation-unknown'> | undefined => {
  const named = nameOf(commitment, ordinal);
  if (commitment.force === 'concrete' && commitment.measurableTarget === null) {
    return reject(
      'concrete-needs-target',
      `${named} is called concrete and names nothing to measure. Say what will be measured, or call it hortatory.`,
    );
  }
  const missing = commitment.recommendations.find((reference) => !known.has(reference));
  if (missing) {
    return reject(
      'recommendation-unknown',
      `${named} names ${missing}, which is not on record. Check the country, the report year and the number, or bring in that report first.`,
    );
  }
  return refuseDueDate(commitment, ordinal, adoptedOn);
};

export const refuseDueDate = (
  commitment: ForumCommitmentRequest,
  ordinal: number,
  adoptedOn: IsoDate,
): Rejected<'due-before-adoption'> | undefined =>
  commitment.dueOn !== null && commitment.dueOn < adoptedOn
    ? reject(
        'due-before-adoption',
        `${nameOf(commitment, ordinal)} is due on ${commitment.dueOn}, before the text was adopted on ${adoptedOn}. Check both days against the text.`,
      )
    : undefined;

const nameOf = ({ paragraph }: ForumCommitmentRequest, ordinal: number): string =>
  paragraph === null ? `Commitment ${ordinal}` : `Commitment ${ordinal} (${paragraph})`;
