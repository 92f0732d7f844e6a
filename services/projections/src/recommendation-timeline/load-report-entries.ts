import { groupBy } from '../facts/by-key.ts';
import { spanOf } from '../facts/held.ts';
import { fromJson, fromJsonOrNull, inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import type { Contents } from './load-entries.ts';
import type { PlacedEntry } from './timeline.queries.ts';

interface ReportRow {
  readonly report_id: string;
  readonly country: string;
  readonly report_year: number;
  readonly placement: string | null;
  readonly basis: string;
  readonly published: string;
  readonly corrected_at: string | null;
}

interface RelationRow {
  readonly report_id: string;
  readonly relation: 'new' | 'same_wording' | 'similar_wording';
  readonly count: number;
}

const REPORTS = (reader: ViewReader): string => `
  SELECT r.report_id, r.country, r.report_year, r.placement, r.basis, r.published, r.corrected_at
  FROM json_each(:ids) w
  CROSS JOIN country_report r ON r.country = substr(w.value, 1, 3) AND r.report_year = CAST(substr(w.value, 5, 4) AS INTEGER)
  WHERE ${reader.held('r')}`;

const RELATIONS = (reader: ViewReader): string => `
  SELECT w.value AS report_id, l.relation, count(*) AS count
  FROM json_each(:ids) w CROSS JOIN lineage l ON l.reference BETWEEN w.value || '-' AND w.value || '.'
  WHERE ${spanOf(reader.held)('l')} GROUP BY w.value, l.relation`;

const LISTED = (reader: ViewReader): string => `
  SELECT v.report_id, v.reference FROM recommendation v
  WHERE v.report_id ${inList('ids')} AND v.withdrawn = 0 AND ${reader.held('v')} ORDER BY v.ordinal`;

/** A published report with how its list came out of the one before. */
export const loadReportEntries = (reader: ViewReader, placed: readonly PlacedEntry[]): Contents => {
  const ids = listValue([...new Set(placed.map(({ entry }) => entry))]);
  const relations = groupBy(reader.all<RelationRow>(RELATIONS(reader), { ids }), (row) => row.report_id);
  const listed = groupBy(
    reader.all<{ report_id: string; reference: string }>(LISTED(reader), { ids }),
    (row) => row.report_id,
  );
  const rows = reader.all<ReportRow>(REPORTS(reader), { ids });
  return new Map(
    rows.map((row) => {
      const recommendations = listed.get(row.report_id) ?? [];
      const count = (relation: RelationRow['relation']): number =>
        relations.get(row.report_id)?.find((each) => each.relation === relation)?.count ?? 0;
      return [
        row.report_id,
        {
          countries: [row.country],
          recommendations: recommendations.map(({ reference }) => reference),
          by: fromJson<{ publishedBy: unknown }>(row.published).publishedBy,
          correctedAt: row.corrected_at,
          reportId: row.report_id,
          reportYear: row.report_year,
          occurredOnBasis: row.basis,
          tier: fromJsonOrNull(row.placement),
          recommendationCount: recommendations.length,
          lineage: { same: count('same_wording'), reworded: count('similar_wording'), new: count('new') },
        },
      ];
    }),
  );
};
