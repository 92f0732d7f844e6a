import type { DatabaseSync } from 'node:sqlite';
import type { Position, RecordedEvent, StreamName } from '@demarche/contracts';
import { decodeEvent, type EncodedEvent } from '../../encode-append.ts';
import type { AppendResult, ExpectedRevision, StreamRevision } from '../../event-store.ts';
import { judgeAppend, type StoredPlace } from '../../judge-append.ts';
import { eventChecksum } from './event-checksum.ts';
import { DamagedContent } from './trouble-of.ts';

export interface AppendWork {
  readonly stream: StreamName;
  readonly events: readonly EncodedEvent[];
  readonly expected: ExpectedRevision;
}

/** A stored event as SQLite gives it. */
export type EventRow = [
  position: number,
  stream: StreamName,
  revision: number,
  eventId: Uint8Array,
  type: string,
  data: string,
  metadata: string,
  /** Null on what was recorded before there were checksums. */
  checksum: number | null,
];

export const EVENTS = `SELECT position, name, revision, event_id, type, data, metadata, checksum
  FROM events JOIN streams ON streams.id = events.stream`;

interface KnownStream {
  readonly id: number | undefined;
  readonly head: ExpectedRevision;
}

/** The statements on the tables of the store, prepared once. `append` belongs inside a write transaction. */
export const eventTable = (database: DatabaseSync) => {
  const prepare = (sql: string) => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const streamByName = prepare(`SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id)
    FROM streams WHERE name = ?`);
  const placeOfId = prepare(`SELECT name, revision, position, type = ?2 AND data = ?3
    FROM events JOIN streams ON streams.id = events.stream WHERE event_id = ?1`);
  const addStream = prepare('INSERT INTO streams (name) VALUES (?)');
  const addEvent = prepare(
    'INSERT INTO events (stream, revision, event_id, type, data, metadata, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const ofStream = prepare(`${EVENTS} WHERE name = ? AND revision >= ? ORDER BY revision`);
  const ofAll = prepare(`${EVENTS} WHERE position > ? ORDER BY position LIMIT ?`);
  const ofPosition = prepare(`${EVENTS} WHERE position = ?`);
  const newest = prepare('SELECT max(position) FROM events');

  const known = (name: StreamName): KnownStream => {
    const row = streamByName.get(name) as unknown as [number, number | null] | undefined;
    return { id: row?.[0], head: row?.[1] ?? 'no-stream' };
  };
  const placeOf = (id: Uint8Array, { type, data }: EncodedEvent): StoredPlace | undefined => {
    const row = placeOfId.get(id, type, data) as unknown as [StreamName, number, number, number] | undefined;
    return row && { stream: row[0], revision: row[1], position: row[2], sameContent: row[3] === 1 };
  };

  return {
    append({ stream, events, expected }: AppendWork): AppendResult {
      const ids = events.map(({ eventId }) => Buffer.from(eventId.replaceAll('-', ''), 'hex'));
      const { id, head } = known(stream);
      const places = events.map((event, index) => placeOf(ids[index] as Buffer, event));
      const judged = judgeAppend({ stream, expected, head, places });
      if (judged !== 'write') return judged;
      const streamId = id ?? Number(addStream.run(stream).lastInsertRowid);
      let revision: StreamRevision = expected === 'no-stream' ? -1 : expected;
      let position: Position = 0;
      events.forEach(({ type, data, metadata }, index) => {
        revision += 1;
        const eventId = ids[index] as Buffer;
        const checksum = eventChecksum(eventId, { stream, revision, type, data, metadata });
        const added = addEvent.run(streamId, revision, eventId, type, data, metadata, checksum);
        position = Number(added.lastInsertRowid);
      });
      return { outcome: 'appended', revision, position };
    },
    /** @throws DamagedContent */
    readStream: (stream: StreamName, from: StreamRevision): RecordedEvent[] =>
      (ofStream.all(stream, from) as unknown as EventRow[]).map((row, index) => {
        if (row[2] !== from + index) throw new DamagedContent(`event ${from + index} of ${stream} is missing`);
        return recorded(row);
      }),
    /** @throws DamagedContent */
    readAll: (after: Position, limit: number): RecordedEvent[] =>
      (ofAll.all(after, limit) as unknown as EventRow[]).map((row, index) => {
        if (row[0] !== after + index + 1)
          throw new DamagedContent(`the event at position ${after + index + 1} is missing`);
        return recorded(row);
      }),
    /** @throws DamagedContent */
    idAt(position: Position): string | undefined {
      const row = ofPosition.get(position) as unknown as EventRow | undefined;
      return row && recorded(row).eventId;
    },
    head: (): Position => (newest.get() as unknown as [number | null])[0] ?? 0,
  };
};

/** @throws DamagedContent, or SyntaxError where the row has no checksum */
export const recorded = ([position, stream, revision, id, type, data, metadata, checksum]: EventRow): RecordedEvent => {
  if (checksum !== null && checksum !== eventChecksum(id, { stream, revision, type, data, metadata })) {
    throw new DamagedContent(`the event at position ${position} does not read as it was written`);
  }
  return decodeEvent({ eventId: uuid(id), type, data, metadata }, { stream, revision, position });
};

const uuid = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
