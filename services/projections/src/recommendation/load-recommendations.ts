import { type Recommendation, streamName } from '@demarche/contracts';
import { countryNames } from '../country-reports/country-report.queries.ts';
import { groupBy, inOrderOf } from '../facts/by-key.ts';
import { fromJson, inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { without } from '../facts/without.ts';
import { promisesOfRecommendations } from '../forum-commitments/commitments-of.queries.ts';
import { revisionsOf } from '../records/record.queries.ts';
import { askedYears } from '../wordings/lineage.queries.ts';
import { type FactRow, fieldsFromFacts } from './fields-from-facts.ts';
import { type RecommendationState, stateAt } from './recommendation-state.ts';

interface Row extends RecommendationState {
  readonly text: string;
  readonly occurred_on: string;
  readonly recorded_at: string;
  readonly out_of: number;
  readonly basis: string | null;
  readonly source_address: string | null;
}

const ROWS = (reader: ViewReader): string => `
  WITH ${stateAt(reader, `v.reference ${inList('references')}`)}
  SELECT state.*, v.text, v.occurred_on, v.recorded_at, r.basis, json_extract(r.published, '$.source.address') AS source_address,
    (SELECT count(*) FROM recommendation o WHERE o.report_id = state.report_id AND o.withdrawn = 0 AND ${reader.held('o')}) AS out_of
  FROM state
  JOIN recommendation v ON v.reference = state.reference AND ${reader.held('v')}
  LEFT JOIN country_report r ON r.country = state.country AND r.report_year = state.report_year AND ${reader.held('r')}`;

const FACTS = (reader: ViewReader): string => `
  SELECT f.reference, f.field, f.occurred_on, f.entry_id, f.code, f.period, f.value FROM recommendation_fact f
  WHERE f.reference ${inList('references')} AND ${reader.held('f')} ORDER BY f.reference, f.occurred_on, f.from_position`;

const issueOf = (row: Row) => ({
  reference: row.reference,
  reportId: row.report_id,
  country: row.country,
  reportYear: row.report_year,
  ordinal: row.ordinal,
  outOf: row.out_of,
  text: row.text,
  issuedOn: row.occurred_on,
  issuedOnBasis: row.basis ?? 'stated',
  sourceAddress: row.source_address,
  recordState: row.record_state,
  succeededBy: row.succeeded_by,
  recordedAt: row.recorded_at,
});

/** Recommendations in the order of the references; null where nothing was held. A constant number of statements. */
export const loadRecommendations = (reader: ViewReader, references: readonly string[]): (Recommendation | null)[] => {
  const wanted = { references: listValue(references) };
  const rows = reader.all<Row>(ROWS(reader), wanted);
  const facts = groupBy(reader.all<FactRow>(FACTS(reader), wanted), ({ reference }) => reference);
  const promises = groupBy(promisesOfRecommendations(reader, references), ({ reference }) => reference);
  const years = askedYears(reader, references);
  const nameOf = countryNames(
    reader,
    rows.map(({ country }) => country),
  );
  const streamOf = (reference: string) => streamName('recommendation', reference);
  const revision = revisionsOf(reader, references.map(streamOf));
  const found = rows.map((row) => {
    const { reference } = row;
    return {
      ...issueOf(row),
      countryName: nameOf(row.country),
      pillars: fromJson(row.pillars),
      ...fieldsFromFacts(facts.get(reference) ?? [], reader.period),
      promises: (promises.get(reference) ?? []).map((row) => without(row, 'reference')),
      askedYears: years(reference),
      revision: revision(streamOf(reference)),
      notUpToDateSince: reader.notUpToDateSince(streamOf(reference)),
    } as unknown as Recommendation;
  });
  return inOrderOf(references, new Map(found.map((recommendation) => [recommendation.reference, recommendation])));
};
