import type { Engagement, Recommendation } from '@demarche/contracts';
import { inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { without } from '../facts/without.ts';
import { deliveryOf, stateOf } from './commitment.queries.ts';

type PromiseOfEngagement = Engagement['promises'][number];
type PromiseOfRecommendation = Recommendation['promises'][number];

const COLUMNS = (reader: ViewReader): string =>
  `c.commitment_id AS commitmentId, json_extract(c.content, '$.wording') AS wording, c.due_on AS dueOn,
   ${stateOf(reader)} AS state, ${deliveryOf(reader)} AS delivery`;

const withOverdue = <Row extends { dueOn: string | null; state: string }>(reader: ViewReader, row: Row) => ({
  ...row,
  overdue: row.state === 'open' && row.dueOn !== null && row.dueOn < reader.point.validTime,
});

/** What was promised in each engagement, as it was held at the position given with it. */
export const promisesOfEngagements = (
  reader: ViewReader,
  engagements: readonly { readonly engagementId: string; readonly position: number }[],
): readonly (PromiseOfEngagement & { readonly engagementId: string })[] =>
  reader
    .all<PromiseOfEngagement & { engagementId: string; delivery: unknown }>(
      `SELECT c.origin_id AS engagementId, ${COLUMNS(reader)}
       FROM json_each(:engagements) w
       CROSS JOIN commitment c ON c.commitment_id BETWEEN json_extract(w.value, '$.engagementId') || '-' AND json_extract(w.value, '$.engagementId') || '.'
         AND c.occurred_on <= :validTime AND c.from_position <= json_extract(w.value, '$.position')
         AND (c.to_position IS NULL OR c.to_position > json_extract(w.value, '$.position'))
       ORDER BY length(c.commitment_id), c.commitment_id`,
      { engagements: JSON.stringify(engagements) },
    )
    .map((row) => withOverdue(reader, without(row, 'delivery')));

/** What was promised on each recommendation, the older first. */
export const promisesOfRecommendations = (
  reader: ViewReader,
  references: readonly string[],
): readonly (PromiseOfRecommendation & { readonly reference: string })[] =>
  reader
    .all<PromiseOfRecommendation & { reference: string }>(
      `SELECT f.reference, ${COLUMNS(reader)}
       FROM recommendation_fact f JOIN commitment c ON c.commitment_id = f.entry_id AND ${reader.held('c')}
       WHERE f.reference ${inList('references')} AND f.field = 'promise' AND ${reader.held('f')}
       ORDER BY f.reference, c.occurred_on, c.commitment_id`,
      { references: listValue(references) },
    )
    .map((row) => withOverdue(reader, row));
