import { type PublishedRecommendation, type RecommendationReference, referenceOf } from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';
import type { PublishedReport } from './country-report.ts';

/** A recommendation as a list should have it: by the reference it has already, or by none where it is new. */
export interface ListedItem extends Pick<PublishedRecommendation, 'text' | 'pillars'> {
  readonly reference?: RecommendationReference | undefined;
}

/** A reference has two digits for the place. */
const PLACES = 99;

/**
 * The list of a report as it should be. A known item keeps its place and so its reference; a new one comes after the
 * last place that was ever given, so that no reference ever means two recommendations.
 */
export const relistRecommendations = (
  items: readonly ListedItem[],
  { reportId, lastOrdinal }: PublishedReport,
): readonly PublishedRecommendation[] | Rejected<'report-full'> => {
  let last = lastOrdinal;
  const listed = items.map(({ reference, text, pillars }) => {
    const ordinal = reference ? placeOf(reference) : (last += 1);
    return { reference: reference ?? referenceOf(reportId, ordinal), ordinal, text, pillars };
  });
  return last > PLACES
    ? reject(
        'report-full',
        `A report has ${PLACES} places, and those of recommendations taken out are not given again; this list would need ${last}. Reword a recommendation that stands in place of adding one.`,
      )
    : listed;
};

const placeOf = (reference: RecommendationReference): number => Number(reference.slice(-2));
