import type { DueItem } from '@demarche/contracts';
import { groupBy } from '../facts/by-key.ts';
import { daysBetween } from '../facts/days.ts';
import { inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { stateOf } from '../forum-commitments/commitment.queries.ts';

interface DueRow {
  readonly country: string;
  readonly kind: DueItem['kind'];
  readonly id: string;
  readonly what: string;
  readonly due_on: string | null;
}

/** Something open that is to be done, by them or by us; without a due date it is only counted. */
export interface OpenItem extends Omit<DueItem, 'dueOn' | 'days'> {
  readonly dueOn: string | null;
  /** Days until it is due; null without a due date. */
  readonly days: number | null;
}

/** From so many countries on, fewer rows are read by going through all that is open than country by country. */
const MANY_COUNTRIES = 20;

/** What is open lies together in an index of its own where the newest is asked for. */
const isFoundByState = (reader: ViewReader, codes: readonly string[]): boolean =>
  reader.point.newest && codes.length >= MANY_COUNTRIES;

/** CROSS JOIN keeps the order of reading, and the plus sign its index from being used the other way round. */
const OF_COUNTRIES = (byState: boolean): string =>
  byState
    ? `commitment c CROSS JOIN commitment_country b ON b.commitment_id = c.commitment_id AND +b.country ${inList('codes')}`
    : `commitment_country b CROSS JOIN commitment c ON c.commitment_id = b.commitment_id AND b.country ${inList('codes')}`;

const COMMITMENTS = (reader: ViewReader, codes: readonly string[]): string => `
  SELECT b.country, c.kind, c.commitment_id AS id, json_extract(c.content, '$.wording') AS what, c.due_on
  FROM ${OF_COUNTRIES(isFoundByState(reader, codes))}
  WHERE ${reader.held('c')} AND ${stateOf(reader)} = 'open'`;

const NOT_DONE = (reader: ViewReader): string =>
  reader.point.newest
    ? 'f.done_on IS NULL'
    : `NOT EXISTS (SELECT 1 FROM follow_up_done d WHERE d.follow_up_id = f.follow_up_id AND ${reader.held('d')})`;

const FOLLOW_UPS = (reader: ViewReader): string => `
  SELECT e.country, 'follow_up' AS kind, f.follow_up_id AS id, f.what, f.due_on
  FROM follow_up f JOIN engagement g ON g.engagement_id = f.engagement_id AND ${reader.held('g')}
  JOIN json_each(g.content, '$.countries') j
  JOIN (SELECT value AS country FROM json_each(:codes)) e ON e.country = j.value
  WHERE ${reader.held('f')} AND ${NOT_DONE(reader)}`;

const openItem = (reader: ViewReader, { kind, id, what, due_on }: DueRow): OpenItem => ({
  kind,
  id,
  what,
  dueOn: due_on,
  overdue: due_on !== null && due_on < reader.point.validTime,
  days: due_on === null ? null : daysBetween(reader.point.validTime, due_on),
});

/** What is open in each country, those due first before the rest. */
export const openItems = (reader: ViewReader, codes: readonly string[]): ((country: string) => readonly OpenItem[]) => {
  const rows = reader.all<DueRow>(
    `SELECT * FROM (${COMMITMENTS(reader, codes)} UNION ALL ${FOLLOW_UPS(reader)}) ORDER BY coalesce(due_on, '9999-12-31'), id`,
    { codes: listValue(codes) },
  );
  const items = groupBy(rows, ({ country }) => country);
  return (country) => (items.get(country) ?? []).map((row) => openItem(reader, row));
};
