import type { DueItem } from '@demarche/contracts';
import { isNotDoneAt } from '../engagement-log/is-not-done.ts';
import { addDays, daysBetween } from '../facts/days.ts';
import { dueDay, NO_DUE_DAY } from '../facts/due-day.ts';
import { inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { isOpenAt } from '../forum-commitments/commitment-state.ts';
import { type DueNext, loadWhat, type Ours } from './due-next.queries.ts';

/** "Due soon" looks this many days ahead. */
const DUE_SOON_DAYS = 30;

/** Something open that is to be done, by them or by us. */
export interface OpenItem extends Omit<DueItem, 'dueOn' | 'days'> {
  readonly dueOn: string;
  /** Days until it is due. */
  readonly days: number;
}

/** What is open in a country, of what they promised or of what we took on. */
export interface OpenItems {
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** What is due first, overdue things included; null where nothing has a due date. */
  readonly first: OpenItem | null;
}

interface OpenRow {
  readonly country: string;
  readonly ours: Ours;
  readonly open: number;
  readonly overdue: number;
  readonly due_soon: number;
  /** Day and id in one, so that the least is the one that is due first. */
  readonly first: string;
}

/** From so many countries on, fewer rows are read by going through all that is open than country by country. */
const MANY_COUNTRIES = 20;

const areMany = (codes: readonly string[]): boolean => codes.length >= MANY_COUNTRIES;

/** CROSS JOIN keeps the order of reading, and the plus sign its index from being used the other way round. */
const OF_COUNTRIES = (many: boolean): string =>
  many
    ? `commitment c CROSS JOIN commitment_country b ON b.commitment_id = c.commitment_id AND +b.country ${inList('codes')}`
    : `commitment_country b CROSS JOIN commitment c ON c.commitment_id = b.commitment_id AND b.country ${inList('codes')}`;

const COMMITMENTS = (reader: ViewReader, codes: readonly string[]): string => `
  SELECT b.country, 0 AS ours, c.commitment_id AS id, ${dueDay('c')} AS due
  FROM ${OF_COUNTRIES(areMany(codes))}
  WHERE ${reader.held('c')} AND ${isOpenAt(reader)}`;

/** Through the engagements of the countries, or through all that anybody has still to do. */
const FOLLOW_UPS = (reader: ViewReader, codes: readonly string[]): string =>
  areMany(codes) || reader.point.newest
    ? `SELECT e.country, 1 AS ours, f.follow_up_id AS id, ${dueDay('f')} AS due
       FROM follow_up f CROSS JOIN engagement g ON g.engagement_id = f.engagement_id AND ${reader.held('g')}
       JOIN json_each(g.content, '$.countries') j
       JOIN (SELECT value AS country FROM json_each(:codes)) e ON e.country = j.value
       WHERE ${reader.held('f')} AND ${isNotDoneAt(reader)}`
    : `SELECT e.country, 1 AS ours, f.follow_up_id AS id, ${dueDay('f')} AS due
       FROM engagement_country e
       CROSS JOIN follow_up f ON f.follow_up_id BETWEEN e.engagement_id || '-' AND e.engagement_id || '.'
       WHERE e.country ${inList('codes')} AND ${reader.held('e')} AND ${reader.held('f')} AND ${isNotDoneAt(reader)}`;

const COUNTED = (reader: ViewReader, codes: readonly string[]): string => `
  SELECT country, ours, count(*) AS open, sum(due < :validTime) AS overdue,
    sum(due BETWEEN :validTime AND :soon) AS due_soon, min(due || ' ' || id) AS first
  FROM (${COMMITMENTS(reader, codes)} UNION ALL ${FOLLOW_UPS(reader, codes)}) GROUP BY country, ours`;

const NONE: OpenItems = { open: 0, overdue: 0, dueSoon: 0, first: null };

const firstOf = ({ first, ours }: OpenRow): DueNext | null =>
  first.startsWith(NO_DUE_DAY) ? null : { ours, dueOn: first.slice(0, 10), id: first.slice(11) };

export interface OpenInCountry {
  readonly promises: OpenItems;
  readonly followUps: OpenItems;
}

/** What is open in each country: counted, and what is due first in its own words. */
export const openItems = (reader: ViewReader, codes: readonly string[]): ((country: string) => OpenInCountry) => {
  const { validTime } = reader.point;
  const rows = reader.all<OpenRow>(COUNTED(reader, codes), {
    codes: listValue(codes),
    soon: addDays(validTime, DUE_SOON_DAYS),
  });
  const whatOf = loadWhat(
    reader,
    rows.flatMap((row) => firstOf(row) ?? []),
  );
  const itemOf = (next: DueNext | null): OpenItem | null =>
    next && {
      ...whatOf(next),
      id: next.id,
      dueOn: next.dueOn,
      overdue: next.dueOn < validTime,
      days: daysBetween(validTime, next.dueOn),
    };
  const found = new Map(
    rows.map((row): [string, OpenItems] => {
      const { country, ours, open, overdue, due_soon } = row;
      return [`${country}${ours}`, { open, overdue, dueSoon: due_soon, first: itemOf(firstOf(row)) }];
    }),
  );
  return (country) => ({ promises: found.get(`${country}0`) ?? NONE, followUps: found.get(`${country}1`) ?? NONE });
};
