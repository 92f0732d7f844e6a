import type { TierInYear, TierPlacement } from '@demarche/contracts';
import { groupBy } from '../facts/by-key.ts';
import { fromJson, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';

interface ReportRow {
  readonly report_id: string;
  readonly country: string;
  readonly report_year: number;
  readonly tier: string | null;
  readonly basis: TierInYear['occurredOnBasis'];
  readonly occurred_on: string;
  readonly recorded_at: string;
}

const UNPLACED = { value: null, movement: null, consecutiveYears: null, waiver: false } as const;

const tierInYear = ({ report_id, report_year, tier, basis, occurred_on, recorded_at }: ReportRow): TierInYear => {
  const placement = tier === null ? UNPLACED : fromJson<TierPlacement>(tier);
  return {
    reportId: report_id as TierInYear['reportId'],
    reportYear: report_year,
    value: placement.value,
    movement: placement.movement,
    consecutiveYears: placement.consecutiveYears,
    waiver: placement.waiver,
    occurredOn: occurred_on,
    occurredOnBasis: basis,
    recordedAt: recorded_at,
  };
};

/** All years, or only the year of each country's newest report. */
export type Years = 'all' | 'newest';

const YEARS = (reader: ViewReader): Readonly<Record<Years, string>> => ({
  all: '',
  newest: `AND r.report_year = (SELECT e.report_year FROM country_report e WHERE e.country = w.value AND ${reader.held('e')}
    ORDER BY e.report_year DESC LIMIT 1)`,
});

/** The placements of each country, one a report year, oldest first. */
export const tierHistories = (
  reader: ViewReader,
  codes: readonly string[],
  years: Years,
): ((country: string) => readonly TierInYear[]) => {
  const rows = reader.all<ReportRow>(
    `SELECT r.report_id, r.country, r.report_year, r.occurred_on, r.recorded_at,
       r.placement AS tier, r.basis
     FROM json_each(:codes) w CROSS JOIN country_report r ON r.country = w.value AND ${reader.held('r')} ${YEARS(reader)[years]}
     ORDER BY r.country, r.report_year`,
    { codes: listValue(codes) },
  );
  const histories = groupBy(rows, ({ country }) => country);
  return (country) => (histories.get(country) ?? []).map(tierInYear);
};
