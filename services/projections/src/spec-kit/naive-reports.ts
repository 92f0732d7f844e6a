import { matchWordings } from '../wordings/match-wordings.ts';
import { type DataOf, sortedBy, type Told } from './naive-told.ts';

export interface NaiveReport {
  readonly country: string;
  readonly year: number;
  readonly on: string;
  readonly tier: string | null;
  readonly items: DataOf<'CountryReportPublished'>['recommendations'];
  readonly everListed: readonly string[];
  readonly first: number;
}

const foldReports = (told: Told): ReadonlyMap<string, NaiveReport> => {
  const reports = new Map<string, NaiveReport>();
  for (const { data, position } of told.of('CountryReportPublished', 'CountryReportCorrected')) {
    const before = reports.get(data.reportId);
    const listed = data.recommendations.map(({ reference }) => reference);
    reports.set(data.reportId, {
      country: data.country,
      year: data.reportYear,
      on: data.occurredOn,
      tier: data.tier && data.tier.value,
      items: data.recommendations,
      everListed: [...new Set([...(before?.everListed ?? []), ...listed])],
      first: before?.first ?? position,
    });
  }
  return reports;
};

/** The recommendation of the report before, among those whose lists were out by the day. */
const previousRecommendations = (held: readonly NaiveReport[]): ReadonlyMap<string, string | null> => {
  const previous = new Map<string, string | null>();
  for (const country of new Set(held.map((report) => report.country))) {
    const listed = held.filter((report) => report.country === country && report.items.length > 0);
    for (const [index, { items }] of listed.entries()) {
      for (const match of matchWordings(items, listed[index - 1]?.items ?? []))
        previous.set(match.reference, match.previous);
    }
  }
  return previous;
};

export const naiveReports = (told: Told, day: string) => {
  const reports = foldReports(told);
  const held = sortedBy(
    [...reports.values()].filter(({ on }) => on <= day),
    ({ year }) => year,
  );
  const previous = previousRecommendations(held);
  const askedYears = (reference: string): number => {
    const before = previous.get(reference);
    return before ? 1 + askedYears(before) : 1;
  };
  return {
    reports,
    askedYears,
    of: (country: string) => held.filter((report) => report.country === country),
    withRecommendation: (reference: string) => held.find(({ everListed }) => everListed.includes(reference)),
    successorOf: (reference: string) => [...previous].find(([, before]) => before === reference)?.[0] ?? null,
    references: [...new Set([...reports.values()].flatMap(({ everListed }) => everListed))].sort(),
  };
};
