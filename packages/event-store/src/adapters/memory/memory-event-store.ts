import type { Position, RecordedEvent, StreamName } from '@demarche/contracts';
import { appendListeners } from '../../append-listeners.ts';
import { decodeEvent, type EncodedEvent, encodeAppend } from '../../encode-append.ts';
import { type EventStore, StoreUnavailable } from '../../event-store.ts';
import { judgeAppend, type StoredPlace } from '../../judge-append.ts';

type Stored = EncodedEvent & Pick<RecordedEvent, 'stream' | 'revision' | 'position'>;

/** Keeps everything in this process and forgets it with it. For tests and for trying things out. */
export const memoryEventStore = (): EventStore => {
  const all: Stored[] = [];
  const streams = new Map<StreamName, Stored[]>();
  const byId = new Map<string, Stored>();
  const listeners = appendListeners();
  let closed = false;

  const whileOpen = () => {
    if (closed) throw new StoreUnavailable('The event store is closed');
  };
  const write = (stream: StreamName, events: readonly EncodedEvent[]): Stored[] => {
    const own = streams.get(stream) ?? [];
    const written = events.map((event, index) => ({
      ...event,
      stream,
      revision: own.length + index,
      position: all.length + index + 1,
    }));
    streams.set(stream, [...own, ...written]);
    all.push(...written);
    for (const event of written) byId.set(event.eventId, event);
    return written;
  };

  const placeOf = (event: EncodedEvent): StoredPlace | undefined => {
    const stored = byId.get(event.eventId);
    return stored && { ...stored, sameContent: stored.type === event.type && stored.data === event.data };
  };

  return {
    async append(stream, events, expected) {
      whileOpen();
      const encoded = encodeAppend(events);
      const head = streams.get(stream)?.at(-1)?.revision ?? 'no-stream';
      const judged = judgeAppend({ stream, expected, head, places: encoded.map(placeOf) });
      if (judged !== 'write') return judged;
      const { revision, position } = write(stream, encoded).at(-1) as Stored;
      listeners.notify();
      return { outcome: 'appended', revision, position };
    },
    async readStream(stream, from = 0) {
      whileOpen();
      return (streams.get(stream) ?? []).slice(Math.max(0, from)).map((event) => decodeEvent(event, event));
    },
    async readAll(after, limit) {
      whileOpen();
      const from = Math.max(0, after);
      return all.slice(from, from + Math.max(0, limit)).map((event) => decodeEvent(event, event));
    },
    async idAt(position) {
      whileOpen();
      return all[position - 1]?.eventId;
    },
    async head(): Promise<Position> {
      whileOpen();
      return all.length;
    },
    onAppended: listeners.add,
    async close() {
      closed = true;
    },
  };
};
