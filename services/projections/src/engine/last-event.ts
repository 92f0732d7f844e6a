import type { Position } from '@demarche/contracts';
import type { ViewReader } from './view-reader.ts';

/** The event that views took last. */
export interface LastEvent {
  /** 0 before the first. */
  readonly position: Position;
  /** Null before the first, and in a file of an earlier release until its next batch. */
  readonly eventId: string | null;
}

/**
 * Which event stands at the checkpoint. It is no part of the blueprint, so that a file of an earlier release need not be
 * built anew for it; and it has a position of its own, because an earlier release moves the checkpoint alone.
 */
export const LAST_EVENT_TABLE = `
  CREATE TABLE IF NOT EXISTS engine_last_event (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    position INTEGER NOT NULL,
    event_id TEXT    NOT NULL
  ) STRICT;
`;

export const keepLastEvent = `
  INSERT INTO engine_last_event (only_row, position, event_id) VALUES (1, ?, ?)
  ON CONFLICT DO UPDATE SET position = excluded.position, event_id = excluded.event_id`;

export const lastEventOf = (reader: ViewReader): LastEvent =>
  reader
    .prepare(
      'SELECT c.position, e.event_id AS eventId FROM engine_checkpoint c LEFT JOIN engine_last_event e USING (position)',
    )
    .get() as unknown as LastEvent;
