import {
  type CountryProgress,
  type ImplementationStatus,
  implementationStatuses,
  type Pillar,
  pillars,
  type StatusCounts,
} from '@demarche/contracts';
import { groupBy } from '../facts/by-key.ts';
import { fromJson, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { ofNewestReports } from '../recommendation/of-reports.ts';
import { stateAt } from '../recommendation/recommendation-state.ts';

type Counts = CountryProgress['recommendations'];

interface CountRow {
  readonly country: string;
  readonly status: ImplementationStatus;
  readonly pillars: string;
  readonly open: number;
  readonly count: number;
}

const noCounts = (): Record<ImplementationStatus, number> =>
  Object.fromEntries(Object.keys(implementationStatuses).map((status) => [status, 0])) as Record<
    ImplementationStatus,
    number
  >;

const byStatus = (rows: readonly CountRow[]): StatusCounts => {
  const counts = noCounts();
  for (const { status, count } of rows) counts[status] += count;
  return counts;
};

const sum = (rows: readonly CountRow[]): number => rows.reduce((total, { count }) => total + count, 0);

/** A recommendation under two pillars is counted under each; one under none, apart. */
const byPillar = (rows: readonly CountRow[]): Counts['byPillar'] => {
  const tagged = rows.map((row) => ({ row, under: fromJson<readonly Pillar[]>(row.pillars) }));
  const under = (pillar: Pillar): readonly CountRow[] =>
    tagged.filter((each) => each.under.includes(pillar)).map(({ row }) => row);
  const groups: [Pillar | null, readonly CountRow[]][] = [
    ...(Object.keys(pillars) as Pillar[]).map((pillar): [Pillar, readonly CountRow[]] => [pillar, under(pillar)]),
    [null, tagged.filter((each) => each.under.length === 0).map(({ row }) => row)],
  ];
  return groups
    .filter(([, found]) => found.length > 0)
    .map(([pillar, found]) => ({ pillar, total: sum(found), byStatus: byStatus(found) }));
};

const countsOf = (rows: readonly CountRow[]): Counts => ({
  total: sum(rows),
  open: sum(rows.filter(({ open }) => open === 1)),
  byStatus: byStatus(rows),
  byPillar: byPillar(rows),
});

/** The recommendations of each country's newest report, counted by where they stand in the period of the day asked for. */
export const recommendationCounts = (reader: ViewReader, codes: readonly string[]): ((country: string) => Counts) => {
  const rows = reader.all<CountRow>(
    `WITH ${stateAt(reader, ofNewestReports(reader, 'codes'))}
     SELECT country, status, pillars, closure IS NULL AS open, count(*) AS count FROM state
     WHERE withdrawn = 0 GROUP BY country, status, pillars, open`,
    { codes: listValue(codes) },
  );
  const counts = groupBy(rows, ({ country }) => country);
  return (country) => countsOf(counts.get(country) ?? []);
};
