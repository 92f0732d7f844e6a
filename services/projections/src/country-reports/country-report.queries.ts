import type { ArgumentsOf, CountryReport, ReportsById, ReportsOfCountries, Rewording } from '@demarche/contracts';
import { streamName } from '@demarche/contracts';
import { groupBy, indexBy, inOrderOf } from '../facts/by-key.ts';
import { fromJson, fromJsonOrNull, inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { without } from '../facts/without.ts';
import { revisionsOf } from '../records/record.queries.ts';

interface ReportRow {
  readonly report_id: string;
  readonly country: string;
  readonly report_year: number;
  readonly country_name: string;
  readonly placement: string | null;
  readonly basis: string;
  readonly section: string;
  readonly published: string;
  readonly recorded_at: string;
  readonly corrected_at: string | null;
  readonly occurred_on: string;
}

interface RewordingRow {
  readonly rewording_id: string;
  readonly report_id: string;
  readonly content: string;
  readonly recorded_at: string;
  readonly review: string | null;
}

const REPORTS = (reader: ViewReader, where: string): string => `
  SELECT r.* FROM country_report r WHERE ${reader.held('r')} AND ${where} ORDER BY r.country, r.report_year DESC`;

const REWORDINGS = (reader: ViewReader): string => `
  SELECT w.rewording_id, w.report_id, w.content, w.recorded_at,
    (SELECT v.content FROM rewording_review v WHERE v.rewording_id = w.rewording_id AND ${reader.held('v')}) AS review
  FROM rewording w WHERE ${reader.held('w')} AND w.report_id ${inList('ids')} ORDER BY w.from_position`;

const rewordingOf = (row: RewordingRow): Rewording =>
  ({
    rewordingId: row.rewording_id,
    receivedAt: row.recorded_at,
    ...fromJson<object>(row.content),
    review: fromJsonOrNull(row.review),
  }) as unknown as Rewording;

const ITEMS = (reader: ViewReader): string => `
  SELECT v.report_id AS reportId, v.reference, v.ordinal, v.text FROM recommendation v
  WHERE v.report_id ${inList('ids')} AND v.withdrawn = 0 AND ${reader.held('v')} ORDER BY v.ordinal`;

type Item = CountryReport['recommendations'][number] & { readonly reportId: string };

/** The list of each report, as the recommendations keep it. */
const itemsOf = (reader: ViewReader, ids: string): ReadonlyMap<string, readonly object[]> =>
  new Map(
    [...groupBy(reader.all<Item>(ITEMS(reader), { ids }), ({ reportId }) => reportId)].map(([reportId, rows]) => [
      reportId,
      rows.map((row) => without(row, 'reportId')),
    ]),
  );

const complete = (reader: ViewReader, rows: readonly ReportRow[]): readonly CountryReport[] => {
  const ids = rows.map(({ report_id }) => report_id);
  const streamOf = (id: string) => streamName('countryReport', id);
  const revision = revisionsOf(reader, ids.map(streamOf));
  const items = itemsOf(reader, listValue(ids));
  const rewordings = groupBy(
    reader.all<RewordingRow>(REWORDINGS(reader), { ids: listValue(ids) }),
    ({ report_id }) => report_id,
  );
  return rows.map((row) => {
    const published = fromJson<Pick<CountryReport, 'source' | 'publishedBy' | 'amendments'>>(row.published);
    return {
      reportId: row.report_id,
      country: row.country,
      countryName: row.country_name,
      reportYear: row.report_year,
      occurredOn: row.occurred_on,
      occurredOnBasis: row.basis,
      tier: fromJsonOrNull(row.placement),
      section: row.section,
      recommendations: items.get(row.report_id) ?? [],
      ...published,
      rewordings: (rewordings.get(row.report_id) ?? []).map(rewordingOf),
      recordedAt: row.recorded_at,
      correctedAt: row.corrected_at,
      revision: revision(streamOf(row.report_id)),
      notUpToDateSince: reader.notUpToDateSince(streamOf(row.report_id)),
    } as CountryReport;
  });
};

export const reportsById = (reader: ViewReader, { ids }: ArgumentsOf<typeof ReportsById>): (CountryReport | null)[] => {
  const countries = [...new Set(ids.map((id) => id.slice(0, 3)))];
  const rows = reader.all<ReportRow>(
    REPORTS(reader, `r.country ${inList('countries')} AND r.report_id ${inList('ids')}`),
    {
      countries: listValue(countries),
      ids: listValue(ids),
    },
  );
  return inOrderOf(
    ids,
    indexBy(complete(reader, rows), ({ reportId }) => reportId),
  );
};

export const reportsOfCountries = (
  reader: ViewReader,
  { countries }: ArgumentsOf<typeof ReportsOfCountries>,
): (readonly CountryReport[])[] => {
  const rows = reader.all<ReportRow>(REPORTS(reader, `r.country ${inList('countries')}`), {
    countries: listValue(countries),
  });
  const reports = groupBy(complete(reader, rows), ({ country }) => country);
  return countries.map((country) => reports.get(country) ?? []);
};

/**
 * What each country is called: by its newest report on record, whenever that came out, since a name is not a matter of
 * the day asked for. A country without a report is called by its code.
 */
export const countryNames = (reader: ViewReader, codes: readonly string[]): ((country: string) => string) => {
  const rows = reader.all<{ country: string; name: string | null }>(
    `SELECT w.value AS country, (
       SELECT r.country_name FROM country_report r WHERE r.country = w.value
         AND r.from_position <= :systemPosition AND (r.to_position IS NULL OR r.to_position > :systemPosition)
       ORDER BY r.report_year DESC LIMIT 1) AS name
     FROM json_each(:codes) w`,
    { codes: listValue([...new Set(codes)]) },
  );
  const names = indexBy(rows, ({ country }) => country);
  return (country) => names.get(country)?.name ?? country;
};
