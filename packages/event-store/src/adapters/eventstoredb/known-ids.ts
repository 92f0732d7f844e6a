import type { StreamName } from '@demarche/contracts';
import type { StreamRevision } from '../../event-store.ts';

/** The ids of events in streams, as far as they were seen: from the first event of a stream on, without a gap. */
export interface KnownIds {
  /** The last revision whose id is known; -1 where none is. */
  upTo(stream: StreamName): StreamRevision;
  revisionOf(stream: StreamName, eventId: string): StreamRevision | undefined;
  learn(stream: StreamName, from: StreamRevision, eventIds: readonly string[]): void;
  forget(stream: StreamName): void;
}

/**
 * Remembers so many ids. What was used longest ago is forgotten first, whole streams at a time.
 * @param most at least the ids of the stream used last are kept, however many
 */
export const knownIds = (most: number): KnownIds => {
  const streams = new Map<StreamName, Map<string, StreamRevision>>();
  let count = 0;

  const used = (stream: StreamName): Map<string, StreamRevision> => {
    const ids = streams.get(stream) ?? new Map<string, StreamRevision>();
    streams.delete(stream);
    streams.set(stream, ids);
    return ids;
  };
  const forget = (stream: StreamName) => {
    count -= streams.get(stream)?.size ?? 0;
    streams.delete(stream);
  };
  const makeRoom = () => {
    for (const stream of streams.keys()) {
      if (count <= most || streams.size === 1) return;
      forget(stream);
    }
  };

  return {
    upTo: (stream) => (streams.get(stream)?.size ?? 0) - 1,
    revisionOf: (stream, eventId) => streams.get(stream)?.get(eventId),
    learn(stream, from, eventIds) {
      const ids = used(stream);
      const before = ids.size;
      eventIds.forEach((eventId, index) => {
        if (from + index === ids.size) ids.set(eventId, ids.size);
      });
      count += ids.size - before;
      makeRoom();
    },
    forget,
  };
};
