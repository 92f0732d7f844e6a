import {
  type ArgumentsOf,
  implementationStatuses,
  type Recommendation,
  type Recommendations,
  type RecommendationsByReference,
  type RecommendationsOfCountries,
} from '@demarche/contracts';
import { groupBy } from '../facts/by-key.ts';
import { filterOf } from '../facts/filter.ts';
import { inList, listValue } from '../facts/list-value.ts';
import { type ListQuery, type Page, readPage } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { textMatch, toFtsQuery } from '../search-everything/fts-query.ts';
import { loadRecommendations } from './load-recommendations.ts';
import { ofNewestReports, ofReports } from './of-reports.ts';
import { stateAt } from './recommendation-state.ts';

export const recommendationsByReference = (
  reader: ViewReader,
  { references }: ArgumentsOf<typeof RecommendationsByReference>,
): (Recommendation | null)[] => loadRecommendations(reader, references);

const STATUS_RANK = `CASE status ${Object.keys(implementationStatuses)
  .map((status, rank) => `WHEN '${status}' THEN ${rank}`)
  .join(' ')} END`;

const SORTS: Readonly<
  Record<ArgumentsOf<typeof Recommendations>['sort'], { keys: string; kinds: ListQuery['kinds'] }>
> = {
  reference: { keys: 'reference AS k0', kinds: ['string'] },
  newest: { keys: '-report_year AS k0, reference AS k1', kinds: ['number', 'string'] },
  status: { keys: `${STATUS_RANK} AS k0, reference AS k1`, kinds: ['number', 'string'] },
};

/** A withdrawn recommendation is listed only where withdrawn ones are asked for by that name. */
const LISTED = 'withdrawn = 0';

type Filter = ArgumentsOf<typeof Recommendations>['filter'];

const versionFilter = (reader: ViewReader, filter: Filter) =>
  filterOf([
    [ofReports(reader, 'countries'), 'countries', filter.countries],
    [`v.report_year ${inList('reportYears')}`, 'reportYears', filter.reportYears],
  ]);

const stateFilter = (reader: ViewReader, filter: Filter) =>
  filterOf([
    ['current = :current', 'current', filter.current ? 1 : undefined],
    [`record_state ${inList('recordStates')}`, 'recordStates', filter.recordStates],
    [`response ${inList('responses')}`, 'responses', filter.responses],
    [`status ${inList('statuses')}`, 'statuses', filter.statuses],
    [`EXISTS (SELECT 1 FROM json_each(state.pillars) p WHERE p.value ${inList('pillars')})`, 'pillars', filter.pillars],
    [
      `reference IN (${textMatch(reader, 'recommendation')})`,
      'match',
      filter.text === undefined ? undefined : toFtsQuery(filter.text),
    ],
  ]);

export const recommendations = (
  reader: ViewReader,
  { filter, sort, first, after }: ArgumentsOf<typeof Recommendations>,
): Page<Recommendation> => {
  const versions = versionFilter(reader, filter);
  const { where, values } = stateFilter(reader, filter);
  const { keys, kinds } = SORTS[sort];
  const listed = filter.recordStates === undefined ? LISTED : '1';
  return readPage(
    reader,
    {
      order: sort,
      using: stateAt(reader, versions.where),
      rows: `SELECT reference AS id, ${keys} FROM state WHERE ${listed} AND ${where}`,
      kinds,
      values: { ...versions.values, ...values },
    },
    { first, after },
    (references) => loadRecommendations(reader, references),
  );
};

/** For each country those of its newest report, or of one report year, in the report's order. */
export const recommendationsOfCountries = (
  reader: ViewReader,
  { countries, reportYear }: ArgumentsOf<typeof RecommendationsOfCountries>,
): (readonly Recommendation[])[] => {
  const asked =
    reportYear === null ? ofNewestReports(reader, 'countries') : ofReports(reader, 'countries', ':reportYear');
  const rows = reader.all<{ reference: string; country: string }>(
    `WITH ${stateAt(reader, asked)}
     SELECT reference, country FROM state WHERE ${LISTED} ORDER BY country, ordinal`,
    { countries: listValue(countries), ...(reportYear === null ? {} : { reportYear }) },
  );
  const loaded = loadRecommendations(
    reader,
    rows.map(({ reference }) => reference),
  );
  const found = groupBy(
    loaded.filter((recommendation) => recommendation !== null),
    ({ country }) => country,
  );
  return countries.map((country) => found.get(country) ?? []);
};
