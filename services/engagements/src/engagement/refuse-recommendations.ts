import { type CountryCode, countryOfRecommendation, type RecommendationReference } from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';

/** Recommendations that a report on record holds. */
export type KnownRecommendations = ReadonlySet<RecommendationReference>;

/** A recommendation can be named only where its report is on record and its country takes part. */
export const refuseRecommendations = (
  references: readonly RecommendationReference[],
  countries: readonly CountryCode[],
  known: KnownRecommendations,
): Rejected<'recommendation-unknown' | 'recommendation-of-another-country'> | undefined => {
  const missing = references.find((reference) => !known.has(reference));
  if (missing) {
    return reject(
      'recommendation-unknown',
      `${missing} is not on record. Check the country, the report year and the number, or bring in that report first.`,
    );
  }
  const foreign = references.find((reference) => !countries.includes(countryOfRecommendation(reference)));
  return foreign
    ? reject(
        'recommendation-of-another-country',
        `${foreign} is a recommendation to ${countryOfRecommendation(foreign)}, and here it is about ${countries.join(', ')}. Name the country too, or leave the recommendation out.`,
      )
    : undefined;
};
