import type { StreamName } from '@demarche/contracts';
import type { EncodedEvent } from '../../encode-append.ts';
import type { StreamRevision } from '../../event-store.ts';

/** Events of streams, as far as they were seen: from the first of a stream on, without a gap. */
export interface SeenStreams {
  /** The last revision that was seen; -1 where none was. */
  upTo(stream: StreamName): StreamRevision;
  revisionOf(stream: StreamName, eventId: string): StreamRevision | undefined;
  /** As text: whoever is given events may do with them what they like. */
  eventsOf(stream: StreamName): readonly EncodedEvent[];
  learn(stream: StreamName, from: StreamRevision, events: readonly EncodedEvent[]): void;
  forget(stream: StreamName): void;
}

interface Seen {
  readonly events: EncodedEvent[];
  characters: number;
}

const lengthOf = ({ data, metadata }: EncodedEvent): number => data.length + metadata.length;

const cutOff = (seen: Seen, from: StreamRevision): void => {
  for (const event of seen.events.splice(from)) seen.characters -= lengthOf(event);
};

/**
 * Remembers so much. What was used longest ago is forgotten first, whole streams at a time.
 * @param mostCharacters of data and metadata; at least the stream used last is kept, however long
 */
export const seenStreams = (mostCharacters: number): SeenStreams => {
  const streams = new Map<StreamName, Seen>();
  let characters = 0;

  const used = (stream: StreamName): Seen => {
    const seen = streams.get(stream) ?? { events: [], characters: 0 };
    streams.delete(stream);
    streams.set(stream, seen);
    return seen;
  };
  const forget = (stream: StreamName) => {
    characters -= streams.get(stream)?.characters ?? 0;
    streams.delete(stream);
  };
  /** An eighth at a time: to find the oldest of a map that was forgotten from takes a walk over what was forgotten. */
  const makeRoom = () => {
    if (characters <= mostCharacters) return;
    for (const stream of streams.keys()) {
      if (characters <= mostCharacters * (7 / 8) || streams.size === 1) return;
      forget(stream);
    }
  };

  return {
    upTo: (stream) => (streams.get(stream)?.events.length ?? 0) - 1,
    // Most streams are short: an index of each would cost more than it spares.
    revisionOf(stream, eventId) {
      const revision = streams.get(stream)?.events.findIndex((event) => event.eventId === eventId) ?? -1;
      return revision < 0 ? undefined : revision;
    },
    eventsOf: (stream) => streams.get(stream)?.events.slice() ?? [],
    learn(stream, from, events) {
      const known = streams.get(stream)?.events ?? [];
      // Of a stream without events nothing is kept: anybody may ask for streams that there are not.
      if (events.length === 0 || from > known.length) return;
      const seen = used(stream);
      const before = seen.characters;
      const differs = known
        .slice(from)
        .findIndex(({ eventId }, index) => index < events.length && eventId !== events[index]?.eventId);
      // A record that was restored has gone on in another way: what stood here is no more.
      if (differs >= 0) cutOff(seen, from + differs);
      for (const event of events.slice(seen.events.length - from)) {
        seen.events.push(event);
        seen.characters += lengthOf(event);
      }
      characters += seen.characters - before;
      makeRoom();
    },
    forget,
  };
};
