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
  const newest = writer.prepare('SELECT max(at) AS at FROM engine_moment').get() as { at: number | null };
  const upsert = writer.prepare(
    'INSERT INTO engine_moment (at, position) VALUES (?, ?) ON CONFLICT DO UPDATE SET position = excluded.position',
  );
  let at = newest.at === null ? '' : new Date(newest.at).toISOString();
  let reached: Position | undefined;
  const flush = () => {
    if (reached !== undefined) upsert.run(Date.parse(at), reached);
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
    .prepare('SELECT position FROM engine_moment WHERE at <= ? ORDER BY at DESC LIMIT 1')
    .get(Date.parse(moment)) as { position: Position } | undefined;
  return row?.position ?? 0;
};

/** How far the views have come. */
export const checkpointOf = (reader: ViewReader): Position =>
  (reader.prepare('SELECT position FROM engine_checkpoint').get() as { position: Position }).position;

/** Each end is looked up alone: together, SQLite would read all that lies between. */
const SPAN = 'SELECT (SELECT min(at) FROM engine_moment) AS earliest, (SELECT max(at) FROM engine_moment) AS latest';

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** When the first event was recorded, and the newest that the views hold. */
export const recordSpan = (
  reader: ViewReader,
): { readonly heldSince: string | null; readonly recordedAt: string | null } => {
  const { earliest, latest } = reader.prepare(SPAN).get() as { earliest: number | null; latest: number | null };
  return { heldSince: isoOrNull(earliest), recordedAt: isoOrNull(latest) };
};
