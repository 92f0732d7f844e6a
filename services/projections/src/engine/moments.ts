import type { At, Position } from '@demarche/contracts';
import type { ViewReader } from './view-reader.ts';

export interface MomentRecorder {
  note(recordedAt: string, position: Position): void;
  /** Writes what was noted; belongs into the transaction that moves the checkpoint. */
  flush(): void;
}

/**
 * Keeps which position each moment of record had reached. A clock that was set back makes no moment of its own: time
 * of record only runs forward, as positions do.
 */
export const momentRecorder = (writer: ViewReader): MomentRecorder => {
  const newest = writer.prepare('SELECT max(recorded_at) AS at FROM engine_moment').get() as { at: string | null };
  const upsert = writer.prepare(
    'INSERT INTO engine_moment (recorded_at, position) VALUES (?, ?) ON CONFLICT DO UPDATE SET position = excluded.position',
  );
  let at = newest.at ?? '';
  let reached: Position | undefined;
  const flush = () => {
    if (reached !== undefined) upsert.run(at, reached);
    reached = undefined;
  };
  return {
    note(recordedAt, position) {
      if (recordedAt > at) {
        flush();
        at = recordedAt;
      }
      reached = position;
    },
    flush,
  };
};

/** The last position that was on record at a point of system time: a position, a moment, a day's end, or now. */
export const positionAt = (reader: ViewReader, systemTime: At['systemTime']): Position => {
  if (typeof systemTime === 'number') return Math.min(systemTime, checkpointOf(reader));
  if (systemTime === undefined) return checkpointOf(reader);
  const moment = systemTime.length === 10 ? `${systemTime}T23:59:59.999Z` : systemTime;
  const row = reader
    .prepare('SELECT position FROM engine_moment WHERE recorded_at <= ? ORDER BY recorded_at DESC LIMIT 1')
    .get(moment) as { position: Position } | undefined;
  return row?.position ?? 0;
};

/** How far the views have come. */
export const checkpointOf = (reader: ViewReader): Position =>
  (reader.prepare('SELECT position FROM engine_checkpoint').get() as { position: Position }).position;

/** Each end is looked up alone: together, SQLite would read all that lies between. */
const SPAN = `SELECT (SELECT min(recorded_at) FROM engine_moment) AS heldSince, (SELECT max(recorded_at) FROM engine_moment) AS recordedAt`;

/** When the first event was recorded, and the newest that the views hold. */
export const recordSpan = (
  reader: ViewReader,
): { readonly heldSince: string | null; readonly recordedAt: string | null } =>
  reader.prepare(SPAN).get() as {
    heldSince: string | null;
    recordedAt: string | null;
  };
