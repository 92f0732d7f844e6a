import {
  type ArgumentsOf,
  type Commitment,
  type Commitments,
  type CommitmentsById,
  streamName,
} from '@demarche/contracts';
import { groupBy, indexBy, inOrderOf } from '../facts/by-key.ts';
import { addDays } from '../facts/days.ts';
import { dueDay } from '../facts/due-day.ts';
import { type Condition, filterOf } from '../facts/filter.ts';
import { fromJson, fromJsonOrNull, inList, listValue } from '../facts/list-value.ts';
import { type Page, readPage } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { without } from '../facts/without.ts';
import { revisionsOf } from '../records/record.queries.ts';
import { deliveryFromFacts, endingFromFacts, isOpenAt, stateFromFacts } from './commitment-state.ts';

interface CommitmentRow {
  readonly commitment_id: string;
  readonly kind: 'promise' | 'forum_commitment';
  readonly origin_id: string;
  readonly force: string | null;
  readonly due_on: string | null;
  readonly content: string;
  readonly recorded_at: string;
  readonly occurred_on: string;
  readonly state: string;
  readonly delivery: string | null;
  readonly ended: string | null;
  readonly forum: string | null;
  readonly document_symbol: string | null;
}

/** How a commitment stands: from the plain columns when the point is the newest, else from its facts. */
export const stateOf = (reader: ViewReader): string => (reader.point.newest ? 'c.state' : stateFromFacts(reader.held));

export const deliveryOf = (reader: ViewReader): string =>
  reader.point.newest ? 'c.delivery' : deliveryFromFacts(reader.held);

const ROWS = (reader: ViewReader): string => `
  SELECT c.commitment_id, c.kind, c.origin_id, c.force, c.due_on, c.content, c.recorded_at, c.occurred_on,
    ${stateOf(reader)} AS state, ${deliveryOf(reader)} AS delivery, ${endingFromFacts(reader.held)} AS ended, i.forum, i.document_symbol
  FROM commitment c LEFT JOIN instrument i ON i.instrument_id = c.origin_id AND ${reader.held('i')}
  WHERE ${reader.held('c')} AND c.commitment_id ${inList('ids')}`;

const REVIEWS = (reader: ViewReader): string => `
  SELECT f.commitment_id, f.value FROM commitment_fact f
  WHERE f.commitment_id ${inList('ids')} AND f.field = 'review' AND ${reader.held('f')} ORDER BY f.occurred_on, f.from_position`;

const isOverdue = (reader: ViewReader, row: CommitmentRow): boolean =>
  row.state === 'open' && row.due_on !== null && row.due_on < reader.point.validTime;

const commitmentOf = (reader: ViewReader, row: CommitmentRow): Omit<Commitment, 'reviews' | 'revision'> =>
  ({
    commitmentId: row.commitment_id,
    kind: row.kind,
    engagementId: row.kind === 'promise' ? row.origin_id : null,
    instrumentId: row.kind === 'promise' ? null : row.origin_id,
    forum: row.forum,
    documentSymbol: row.document_symbol,
    force: row.force,
    madeOn: row.occurred_on,
    dueOn: row.due_on,
    ...without(fromJson<{ recordedBy: unknown }>(row.content), 'recordedBy'),
    state: row.state,
    delivery: row.delivery,
    overdue: isOverdue(reader, row),
    ended: fromJsonOrNull(row.ended),
    recordedAt: row.recorded_at,
    notUpToDateSince: reader.notUpToDateSince(streamName('commitment', row.commitment_id)),
  }) as unknown as Omit<Commitment, 'reviews' | 'revision'>;

export const commitmentsById = (
  reader: ViewReader,
  { ids }: ArgumentsOf<typeof CommitmentsById>,
): (Commitment | null)[] => {
  const wanted = { ids: listValue(ids) };
  const rows = reader.all<CommitmentRow>(ROWS(reader), wanted);
  const reviews = groupBy(
    reader.all<{ commitment_id: string; value: string }>(REVIEWS(reader), wanted),
    (row) => row.commitment_id,
  );
  const revision = revisionsOf(
    reader,
    rows.map((row) => streamName('commitment', row.commitment_id)),
  );
  const commitments = rows.map((row) => ({
    ...commitmentOf(reader, row),
    reviews: (reviews.get(row.commitment_id) ?? []).map(({ value }) => fromJson(value)),
    revision: revision(streamName('commitment', row.commitment_id)),
  }));
  return inOrderOf(
    ids,
    indexBy(commitments as readonly Commitment[], ({ commitmentId }) => commitmentId),
  );
};

/** In the order in which they are due. */
const DUE = dueDay('c');

type Filter = ArgumentsOf<typeof Commitments>['filter'];

/** Only what is open can be overdue. */
const overdueFilter = (reader: ViewReader, { overdue }: Filter): Condition => {
  const isOverdue = `${isOpenAt(reader)} AND ${overdue ? 'c.due_on' : DUE} < :validTime`;
  return [overdue ? isOverdue : `NOT (${isOverdue})`, 'overdue', overdue === undefined ? undefined : Number(overdue)];
};

/** What is open is found without looking at what ended. */
const stateFilter = (reader: ViewReader, { states }: Filter): Condition =>
  states?.length === 1 && states[0] === 'open'
    ? [isOpenAt(reader), 'open', 1]
    : [`${stateOf(reader)} ${inList('states')}`, 'states', states];

const dueFilter = (reader: ViewReader, { dueWithinDays }: Filter): Condition => [
  `${isOpenAt(reader)} AND c.due_on BETWEEN :validTime AND :dueBy`,
  'dueBy',
  dueWithinDays === undefined ? undefined : addDays(reader.point.validTime, dueWithinDays),
];

export const commitments = (
  reader: ViewReader,
  { filter, first, after }: ArgumentsOf<typeof Commitments>,
): Page<Commitment> => {
  const { where, values } = filterOf([
    [
      `c.commitment_id IN (SELECT b.commitment_id FROM commitment_country b WHERE b.country ${inList('countries')})`,
      'countries',
      filter.countries,
    ],
    [`c.kind ${inList('kinds')}`, 'kinds', filter.kinds],
    [
      `c.origin_id IN (SELECT i.instrument_id FROM instrument i WHERE i.forum ${inList('forums')})`,
      'forums',
      filter.forums,
    ],
    [`c.force ${inList('forces')}`, 'forces', filter.forces],
    stateFilter(reader, filter),
    [`c.origin_id ${inList('instruments')}`, 'instruments', filter.instruments],
    overdueFilter(reader, filter),
    dueFilter(reader, filter),
  ]);
  // What has to be due has a day, and is found in the order of its index.
  const due = filter.overdue || filter.dueWithinDays !== undefined ? 'c.due_on' : DUE;
  const rows = `SELECT c.commitment_id AS id, ${due} AS k0, c.commitment_id AS k1
    FROM commitment c WHERE ${reader.held('c')} AND ${where}`;
  return readPage(reader, { order: 'due', rows, kinds: ['string', 'string'], values }, { first, after }, (ids) =>
    commitmentsById(reader, { ids } as ArgumentsOf<typeof CommitmentsById>),
  );
};
