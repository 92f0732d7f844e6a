import {
  type CountryReportCorrected,
  type CountryReportPublished,
  type RecommendationReference,
  type ReportId,
  readEvent,
  reportOfRecommendation,
  streamName,
} from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';

/**
 * Those of the references that a report on record holds. A recommendation that a correction took out of its report is
 * not among them. Each report's stream is read once; a report that is not on record holds none.
 * @throws what the store throws, and UnreadableEvent for a report that this release cannot read.
 */
export const publishedRecommendations = async (
  store: EventStore,
  references: readonly RecommendationReference[],
): Promise<ReadonlySet<RecommendationReference>> => {
  const reports = [...new Set(references.map(reportOfRecommendation))];
  const held = new Set((await Promise.all(reports.map((report) => recommendationsOf(store, report)))).flat());
  return new Set(references.filter((reference) => held.has(reference)));
};

const recommendationsOf = async (store: EventStore, report: ReportId): Promise<readonly RecommendationReference[]> => {
  const history = await store.readStream(streamName('countryReport', report));
  const newest = history.findLast(({ type }) => type === 'CountryReportPublished' || type === 'CountryReportCorrected');
  if (!newest) return [];
  const { data } = readEvent({ ...newest, schemaVersion: Number(newest.metadata.schemaVersion) }) as
    | CountryReportPublished
    | CountryReportCorrected;
  return data.recommendations.map(({ reference }) => reference);
};
