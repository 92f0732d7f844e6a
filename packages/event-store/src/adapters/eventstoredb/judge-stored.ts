import type { RecordedEvent, StreamName } from '@demarche/contracts';
import type { EncodedEvent } from '../../encode-append.ts';
import type { AppendResult, ExpectedRevision, StreamRevision } from '../../event-store.ts';
import { judgeAppend, type StoredPlace } from '../../judge-append.ts';
import { revisionAfter } from '../../revision-after.ts';
import type { SeenStreams } from './seen-streams.ts';
import type { AppendAsked } from './send-append.ts';
import type { ReadStream } from './stream-reader.ts';

export type JudgeStored = (asked: AppendAsked, head?: ExpectedRevision) => Promise<AppendResult | NothingInTheWay>;

interface NothingInTheWay {
  readonly outcome: 'write';
  readonly actual: ExpectedRevision;
}

/** Reads what stands where events would be written, and says what that makes of their append. */
export const judgeStored = (seen: SeenStreams, read: ReadStream): JudgeStored => {
  const knownElsewhere = (stream: StreamName, { eventId }: EncodedEvent): StoredPlace | undefined => {
    const revision = seen.revisionOf(stream, eventId);
    return revision === undefined ? undefined : { stream, revision, position: 0, sameContent: false };
  };
  return async (asked, head) => {
    const { stream, events, expected } = asked;
    const first = revisionAfter(expected);
    // Where the head is told, no more is read than would have been written.
    const stored = await read(stream, first, head === undefined ? undefined : events.length);
    const places = events.map((event, index) => placeOf(event, stored[index]) ?? knownElsewhere(stream, event));
    const actual = head ?? stored.at(-1)?.revision ?? lastBefore(first, seen.upTo(stream));
    const judged = judgeAppend({ stream, expected, head: actual, places });
    return judged === 'write' ? { outcome: 'write', actual } : judged;
  };
};

const placeOf = (event: EncodedEvent, stored: RecordedEvent | undefined): StoredPlace | undefined =>
  stored?.eventId === event.eventId
    ? { ...stored, sameContent: stored.type === event.type && JSON.stringify(stored.data) === event.data }
    : undefined;

const lastBefore = (revision: StreamRevision, known: StreamRevision): ExpectedRevision => {
  const last = Math.min(revision - 1, known);
  return last < 0 ? 'no-stream' : last;
};
