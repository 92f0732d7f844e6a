import type { DatabaseSync } from 'node:sqlite';
import type { Position, RecordedEvent, StreamName } from '@demarche/contracts';
import { decodeEvent, type EncodedEvent } from '../../encode-append.ts';
import type { AppendResult, ExpectedRevision, StreamRevision } from '../../event-store.ts';
import { judgeAppend, type StoredPlace } from '../../judge-append.ts';

export interface AppendWork {
  readonly stream: StreamName;
  readonly events: readonly EncodedEvent[];
  readonly expected: ExpectedRevision;
}

type Row = [
  position: number,
  stream: StreamName,
  revision: number,
  eventId: Uint8Array,
  type: string,
  data: string,
  metadata: string,
];

const COLUMNS = 'position, stream, revision, event_id, type, data, metadata';

/** The statements on the table of events, prepared once. `append` belongs inside a write transaction. */
export const eventTable = (database: DatabaseSync) => {
  const prepare = (sql: string) => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const newestOfStream = prepare('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
  const placeOfId = prepare(
    'SELECT stream, revision, position, type = ?2 AND data = ?3 FROM events WHERE event_id = ?1',
  );
  const insert = prepare(
    'INSERT INTO events (stream, revision, event_id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ofStream = prepare(`SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision`);
  const ofAll = prepare(`SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
  const newest = prepare('SELECT max(position) FROM events');

  const placeOf = (id: Uint8Array, { type, data }: EncodedEvent): StoredPlace | undefined => {
    const row = placeOfId.get(id, type, data) as unknown as [StreamName, number, number, number] | undefined;
    return row && { stream: row[0], revision: row[1], position: row[2], sameContent: row[3] === 1 };
  };
  const headOf = (stream: StreamName): ExpectedRevision =>
    (newestOfStream.get(stream) as unknown as [number] | undefined)?.[0] ?? 'no-stream';

  return {
    append({ stream, events, expected }: AppendWork): AppendResult {
      const ids = events.map(({ eventId }) => Buffer.from(eventId.replaceAll('-', ''), 'hex'));
      const places = events.map((event, index) => placeOf(ids[index] as Buffer, event));
      const judged = judgeAppend({ stream, expected, head: headOf(stream), places });
      if (judged !== 'write') return judged;
      let revision: StreamRevision = expected === 'no-stream' ? -1 : expected;
      let position: Position = 0;
      events.forEach(({ type, data, metadata }, index) => {
        revision += 1;
        position = Number(insert.run(stream, revision, ids[index] as Buffer, type, data, metadata).lastInsertRowid);
      });
      return { outcome: 'appended', revision, position };
    },
    readStream: (stream: StreamName, from: StreamRevision): RecordedEvent[] =>
      (ofStream.all(stream, from) as unknown as Row[]).map(recorded),
    readAll: (after: Position, limit: number): RecordedEvent[] =>
      (ofAll.all(after, limit) as unknown as Row[]).map(recorded),
    head: (): Position => (newest.get() as unknown as [number | null])[0] ?? 0,
  };
};

const recorded = ([position, stream, revision, id, type, data, metadata]: Row): RecordedEvent =>
  decodeEvent({ eventId: uuid(id), type, data, metadata }, { stream, revision, position });

const uuid = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
