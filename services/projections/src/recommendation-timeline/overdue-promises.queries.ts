import type { Values, ViewReader } from '../facts/view-reader.ts';
import { stateOf } from '../forum-commitments/commitment.queries.ts';
import { stateFromFacts } from '../forum-commitments/commitment-state.ts';
import type { PlacedEntry } from './timeline.queries.ts';
import type { TimelineConditions } from './timeline-conditions.ts';

/**
 * Promises that were still open when their due date passed, placed on that date. Which they are depends on the day asked for,
 * so they are worked out here and stored nowhere. A promise that was taken back was never overdue.
 */
export const overduePromises = (
  reader: ViewReader,
  { whereOfAnyKind, overdue }: TimelineConditions,
  values: Values,
): readonly (PlacedEntry & { readonly subject: string })[] => {
  if (!overdue) return [];
  const endedOn = reader.point.newest ? 'c.ended_on' : stateFromFacts(reader.held, 'f.occurred_on', 'NULL');
  return reader.all(
    `SELECT w.value AS subject, 'promise-overdue' AS kind, e.entry || '-overdue' AS entry, e.root, c.due_on AS occurredOn,
       e.position, e.recorded_at AS recordedAt
     FROM json_each(:subjects) w
     CROSS JOIN timeline_entry e ON e.subject = w.value AND e.kind = 'promise' AND ${reader.held('e')} AND ${whereOfAnyKind}
     JOIN commitment c ON c.commitment_id = e.entry AND ${reader.held('c')}
     WHERE c.due_on < :validTime AND ${stateOf(reader)} <> 'withdrawn' AND coalesce(${endedOn}, '9999-12-31') > c.due_on`,
    values,
  );
};
