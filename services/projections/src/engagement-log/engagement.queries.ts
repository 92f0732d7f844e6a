import {
  type ArgumentsOf,
  type Engagement,
  type Engagements,
  type EngagementsById,
  streamName,
} from '@demarche/contracts';
import { groupBy, indexBy, inOrderOf } from '../facts/by-key.ts';
import { containing, filterOf } from '../facts/filter.ts';
import { fromJson, fromJsonOrNull, inList, listValue } from '../facts/list-value.ts';
import { type Page, readPage } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { without } from '../facts/without.ts';
import { promisesOfEngagements } from '../forum-commitments/commitments-of.queries.ts';
import { revisionsOf } from '../records/record.queries.ts';
import { textMatch, toFtsQuery } from '../search-everything/fts-query.ts';
import { followUpsOfEngagements } from './follow-up.queries.ts';
import { raisedIn } from './raised-in.queries.ts';

interface EngagementRow {
  readonly engagement_id: string;
  readonly content: string;
  readonly logged_by: string;
  readonly withdrawn: string | null;
  readonly recorded_at: string;
  readonly corrected_at: string | null;
  readonly from_position: number;
}

const ROWS = (reader: ViewReader): string =>
  `SELECT e.* FROM engagement e WHERE ${reader.held('e')} AND e.engagement_id ${inList('ids')}`;

/** A withdrawn engagement is shown with what hung on it until then. */
export interface LastHeld {
  readonly engagementId: string;
  readonly position: number;
}

const lastHeldOf = (reader: ViewReader, row: EngagementRow): LastHeld => ({
  engagementId: row.engagement_id,
  position: row.withdrawn === null ? reader.point.systemPosition : row.from_position - 1,
});

export const engagementsById = (
  reader: ViewReader,
  { ids }: ArgumentsOf<typeof EngagementsById>,
): (Engagement | null)[] => {
  const rows = reader.all<EngagementRow>(ROWS(reader), { ids: listValue(ids) });
  const lastHeld = rows.map((row) => lastHeldOf(reader, row));
  const raised = groupBy(raisedIn(reader, lastHeld), ({ engagementId }) => engagementId);
  const promises = groupBy(promisesOfEngagements(reader, lastHeld), ({ engagementId }) => engagementId);
  const followUps = groupBy(followUpsOfEngagements(reader, lastHeld), ({ engagementId }) => engagementId);
  const streamOf = (id: string) => streamName('engagement', id);
  const revision = revisionsOf(
    reader,
    rows.map(({ engagement_id }) => streamOf(engagement_id)),
  );
  const engagements = rows.map((row) => ({
    engagementId: row.engagement_id,
    ...fromJson<object>(row.content),
    raised: (raised.get(row.engagement_id) ?? []).map((row) => without(row, 'engagementId')),
    promises: (promises.get(row.engagement_id) ?? []).map((row) => without(row, 'engagementId')),
    followUps: followUps.get(row.engagement_id) ?? [],
    loggedBy: fromJson(row.logged_by),
    recordedAt: row.recorded_at,
    correctedAt: row.corrected_at,
    withdrawn: fromJsonOrNull(row.withdrawn),
    revision: revision(streamOf(row.engagement_id)),
    notUpToDateSince: reader.notUpToDateSince(streamOf(row.engagement_id)),
  }));
  return inOrderOf(
    ids,
    indexBy(engagements, ({ engagementId }) => engagementId),
  ) as unknown as (Engagement | null)[];
};

export const engagements = (
  reader: ViewReader,
  { filter, first, after }: ArgumentsOf<typeof Engagements>,
): Page<Engagement> => {
  const { where, values } = filterOf([
    [
      `e.engagement_id IN (SELECT x.engagement_id FROM engagement_country x WHERE x.country ${inList('countries')} AND ${reader.held('x')})`,
      'countries',
      filter.countries,
    ],
    [`e.kind ${inList('kinds')}`, 'kinds', filter.kinds],
    [`e.post ${inList('posts')}`, 'posts', filter.posts],
    ['e.occurred_on >= :from', 'from', filter.from],
    ['e.occurred_on <= :to', 'to', filter.to],
    [`e.counterparts LIKE :counterpart ESCAPE '\\'`, 'counterpart', containing(filter.counterpart)],
    [
      `e.engagement_id IN (${textMatch(reader, 'engagement')})`,
      'match',
      filter.text === undefined ? undefined : toFtsQuery(filter.text),
    ],
  ]);
  const rows = `SELECT e.engagement_id AS id, e.occurred_on AS k0, e.first_position AS k1 FROM engagement e
    WHERE ${reader.held('e')} AND e.withdrawn IS NULL AND ${where}`;
  return readPage(
    reader,
    { order: 'newest', rows, kinds: ['string', 'number'], descending: true, values },
    { first, after },
    (ids) => engagementsById(reader, { ids } as ArgumentsOf<typeof EngagementsById>),
  );
};
