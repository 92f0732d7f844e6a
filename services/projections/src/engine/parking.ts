import type { ParkedStream, RecordedEvent } from '@demarche/contracts';
import type { ViewReader } from './view-reader.ts';

/** The streams that a view could not take, in order, each with the events held back behind the first. */
export interface Parking {
  isParked(view: string, stream: string): boolean;
  /** Parks the stream at an event that cannot be taken. */
  park(view: string, event: RecordedEvent, reason: string): void;
  /** Holds an event back behind the one at which its stream is parked. */
  hold(view: string, event: RecordedEvent): void;
  /** The events held back, of one view or of all, in order of position. */
  held(view?: string): readonly { readonly view: string; readonly event: RecordedEvent }[];
  release(view: string, event: RecordedEvent): void;
  /** Reads from the file which streams are parked. */
  reload(): void;
}

const keyOf = (view: string, stream: string): string => `${view} ${stream}`;

export const parking = ({ prepare }: ViewReader): Parking => {
  const parked = new Set<string>();
  const addStream = prepare(`
    INSERT INTO engine_parked_stream (view, stream, since, position, event_type, reason) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET since = excluded.since, position = excluded.position,
      event_type = excluded.event_type, reason = excluded.reason`);
  const addEvent = prepare(
    'INSERT INTO engine_parked_event (view, position, stream, event) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const removeEvent = prepare('DELETE FROM engine_parked_event WHERE view = ? AND position = ?');
  const removeStream = prepare(`
    DELETE FROM engine_parked_stream WHERE view = ?1 AND stream = ?2
      AND NOT EXISTS (SELECT 1 FROM engine_parked_event WHERE view = ?1 AND stream = ?2)`);
  const allStreams = prepare('SELECT view, stream FROM engine_parked_stream');
  const allEvents = prepare(
    'SELECT view, event FROM engine_parked_event WHERE ?1 IS NULL OR view = ?1 ORDER BY position, view',
  );

  const reload = () => {
    parked.clear();
    for (const { view, stream } of allStreams.all() as { view: string; stream: string }[])
      parked.add(keyOf(view, stream));
  };
  const hold = (view: string, event: RecordedEvent) => {
    addEvent.run(view, event.position, event.stream, JSON.stringify(event));
  };
  reload();

  return {
    isParked: (view, stream) => parked.size > 0 && parked.has(keyOf(view, stream)),
    park(view, event, reason) {
      const { stream, position, type, metadata } = event;
      addStream.run(view, stream, metadata.recordedAt, position, type, reason);
      parked.add(keyOf(view, stream));
      hold(view, event);
    },
    hold,
    held: (view) =>
      (allEvents.all(view ?? null) as { view: string; event: string }[]).map((row) => ({
        view: row.view,
        event: JSON.parse(row.event) as RecordedEvent,
      })),
    release(view, { stream, position }) {
      removeEvent.run(view, position);
      if (removeStream.run(view, stream).changes > 0) parked.delete(keyOf(view, stream));
    },
    reload,
  };
};

/** Every parked stream with its reason, for the status and for the page of a record that is "not up to date since". */
export const parkedStreams = ({ prepare }: ViewReader): ParkedStream[] =>
  prepare(`
    SELECT stream, view, since, position, event_type AS eventType, reason,
      (SELECT count(*) FROM engine_parked_event e WHERE e.view = s.view AND e.stream = s.stream) - 1 AS waiting
    FROM engine_parked_stream s ORDER BY position, view`).all() as unknown as ParkedStream[];
