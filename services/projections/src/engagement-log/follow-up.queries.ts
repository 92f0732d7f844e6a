import type { ArgumentsOf, FollowUp, FollowUps } from '@demarche/contracts';
import { indexBy, inOrderOf } from '../facts/by-key.ts';
import { dueDay } from '../facts/due-day.ts';
import { filterOf } from '../facts/filter.ts';
import { fromJson, fromJsonOrNull, inList, listValue } from '../facts/list-value.ts';
import { type Page, readPage } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import type { LastHeld } from './engagement.queries.ts';
import { isNotDoneAt } from './is-not-done.ts';

interface FollowUpRow {
  readonly follow_up_id: string;
  readonly engagement_id: string;
  readonly what: string;
  readonly owner: string;
  readonly due_on: string | null;
  readonly countries: string | null;
  readonly done: string | null;
}

/** How it stands on the day asked for; what was done later is open still. */
const DONE = (reader: ViewReader): string =>
  `(SELECT d.content FROM follow_up_done d WHERE d.follow_up_id = f.follow_up_id AND ${reader.held('d')} LIMIT 1)`;

/** The countries of the engagement, in the version that was held or, when it was withdrawn, the last. */
const COUNTRIES = `(SELECT json_extract(e.content, '$.countries') FROM engagement e
  WHERE e.engagement_id = f.engagement_id AND e.from_position <= :systemPosition ORDER BY e.from_position DESC LIMIT 1)`;

const COLUMNS = (reader: ViewReader): string =>
  `f.follow_up_id, f.engagement_id, f.what, f.owner, f.due_on, ${COUNTRIES} AS countries, ${DONE(reader)} AS done`;

const followUpOf = (reader: ViewReader, row: FollowUpRow): FollowUp => ({
  followUpId: row.follow_up_id as FollowUp['followUpId'],
  engagementId: row.engagement_id as FollowUp['engagementId'],
  countries: row.countries === null ? [] : fromJson(row.countries),
  what: row.what,
  owner: row.owner,
  dueOn: row.due_on,
  done: fromJsonOrNull(row.done),
  overdue: row.done === null && row.due_on !== null && row.due_on < reader.point.validTime,
});

export const followUpsOfEngagements = (reader: ViewReader, engagements: readonly LastHeld[]): readonly FollowUp[] =>
  reader
    .all<FollowUpRow>(
      `SELECT ${COLUMNS(reader)}
       FROM json_each(:engagements) w
       CROSS JOIN follow_up f ON f.follow_up_id BETWEEN json_extract(w.value, '$.engagementId') || '-' AND json_extract(w.value, '$.engagementId') || '.'
         AND f.occurred_on <= :validTime AND f.from_position <= json_extract(w.value, '$.position')
         AND (f.to_position IS NULL OR f.to_position > json_extract(w.value, '$.position'))
       ORDER BY length(f.follow_up_id), f.follow_up_id`,
      { engagements: JSON.stringify(engagements) },
    )
    .map((row) => followUpOf(reader, row));

const followUpsById = (reader: ViewReader, ids: readonly string[]): (FollowUp | null)[] => {
  const rows = reader.all<FollowUpRow>(
    `SELECT ${COLUMNS(reader)} FROM follow_up f WHERE f.follow_up_id ${inList('ids')} AND ${reader.held('f')}`,
    { ids: listValue(ids) },
  );
  return inOrderOf(
    ids,
    indexBy(
      rows.map((row) => followUpOf(reader, row)),
      ({ followUpId }) => followUpId,
    ),
  );
};

const STATES = {
  open: (notDone: string) => notDone,
  done: (notDone: string) => `NOT (${notDone})`,
  overdue: (notDone: string) => `${notDone} AND f.due_on < :validTime`,
  any: () => '1',
} as const;

export const followUps = (
  reader: ViewReader,
  { filter, first, after }: ArgumentsOf<typeof FollowUps>,
): Page<FollowUp> => {
  const { where, values } = filterOf([
    [
      `f.engagement_id IN (SELECT x.engagement_id FROM engagement_country x WHERE x.country ${inList('countries')} AND ${reader.held('x')})`,
      'countries',
      filter.countries,
    ],
    ['f.owner = :owner COLLATE NOCASE', 'owner', filter.owner],
  ]);
  const rows = `SELECT f.follow_up_id AS id, ${dueDay('f')} AS k0, f.follow_up_id AS k1 FROM follow_up f
    WHERE ${reader.held('f')} AND ${where} AND ${STATES[filter.state](isNotDoneAt(reader))}`;
  return readPage(reader, { order: 'due', rows, kinds: ['string', 'string'], values }, { first, after }, (ids) =>
    followUpsById(reader, ids),
  );
};
