import { type RecordedEvent, StreamName } from '@demarche/contracts';
import { NO_STREAM, type AppendResult as ServerAnswer } from '@eventstore/db-client';
import type { EncodedEvent } from '../../encode-append.ts';
import type { AppendResult, ExpectedRevision, StreamRevision } from '../../event-store.ts';
import { judgeAppend, type StoredPlace } from '../../judge-append.ts';
import type { KnownIds } from './known-ids.ts';
import type { NewestPosition } from './newest-position.ts';
import { DamagedStream, numberOf } from './recorded-event-of.ts';
import type { ReplaceableClient } from './replaceable-client.ts';
import { isAborted, isConflict } from './store-fault.ts';
import { storedEventOf } from './stored-event-of.ts';
import type { StoredStreams } from './stored-streams.ts';
import type { ReadStream } from './stream-reader.ts';
import { turns } from './turns.ts';

export interface AppendAsked {
  readonly stream: StreamName;
  readonly events: readonly EncodedEvent[];
  readonly expected: ExpectedRevision;
}

export interface AppenderParts {
  readonly client: ReplaceableClient;
  readonly streams: StoredStreams;
  readonly ids: KnownIds;
  readonly newest: NewestPosition;
  readonly read: ReadStream;
}

/**
 * Appends as `judgeAppend` says, though the server knows less. It takes an id again at the end of its stream; so ids of
 * the stream are looked at first. It takes the same ids for a repeat whatever the events say; so an event goes to it under
 * an id of its content, and what it takes for a repeat is one. It calls some repeats a conflict; so the stream is then read.
 */
export const eventAppender = ({ client, streams, ids, newest, read }: AppenderParts) => {
  const inTurn = turns();

  const send = ({ stream, events, expected }: AppendAsked): Promise<ServerAnswer | StreamConflict> =>
    client.call(async (on) => {
      const expectedRevision = expected === 'no-stream' ? (NO_STREAM as typeof NO_STREAM) : BigInt(expected);
      const asked = { ...client.options, expectedRevision };
      try {
        return await on.appendToStream(streams.nameOf(stream), events.map(storedEventOf), asked);
      } catch (error) {
        if (isConflict(error)) return { conflict: headIn(error) };
        throw error;
      }
    });

  const knowIdsUpTo = async (stream: StreamName, revision: StreamRevision): Promise<void> => {
    const known = ids.upTo(stream);
    if (known < revision) await read(stream, known + 1);
  };

  /** What stands where the events would be written, and what that makes of the append. */
  const judge = async (asked: AppendAsked, head?: ExpectedRevision): Promise<AppendResult | NothingInTheWay> => {
    const { stream, events, expected } = asked;
    const first = revisionAfter(expected);
    // Where the head is told, no more is read than would have been written.
    const stored = await read(stream, first, head === undefined ? undefined : events.length);
    const places = events.map((event, index) => placeOf(event, stored[index]) ?? knownElsewhere(stream, event));
    const actual = head ?? stored.at(-1)?.revision ?? lastBefore(first, ids.upTo(stream));
    const judged = judgeAppend({ stream, expected, head: actual, places });
    return judged === 'write' ? { outcome: 'write', actual } : judged;
  };
  const judgeStored = async (asked: AppendAsked, head?: ExpectedRevision): Promise<AppendResult> => {
    const judged = await judge(asked, head);
    return judged.outcome === 'write' ? { outcome: 'conflict', actual: judged.actual } : judged;
  };
  const knownElsewhere = (stream: StreamName, { eventId }: EncodedEvent): StoredPlace | undefined => {
    const revision = ids.revisionOf(stream, eventId);
    return revision === undefined ? undefined : { stream, revision, position: 0, sameContent: false };
  };

  const write = async (asked: AppendAsked): Promise<AppendResult> => {
    const { stream, events, expected } = asked;
    if (expected !== 'no-stream') await knowIdsUpTo(stream, expected);
    if (events.some(({ eventId }) => ids.revisionOf(stream, eventId) !== undefined)) {
      const judged = await judge(asked);
      // What was known of the stream is so no longer, and was forgotten: it is looked at anew.
      return judged.outcome === 'write' ? write(asked) : judged;
    }
    const answer = await send(asked);
    if ('conflict' in answer) return judgeStored(asked, answer.conflict);
    const [revision, position] = [numberOf(answer.nextExpectedRevision), positionIn(answer)];
    if (revision !== revisionAfter(expected) + events.length - 1) {
      throw new DamagedStream(`${stream} did not take its event at revision ${revisionAfter(expected)}`);
    }
    ids.learn(
      stream,
      revisionAfter(expected),
      events.map(({ eventId }) => eventId),
    );
    newest.learn(position);
    return { outcome: 'appended', revision, position };
  };

  /** The server gave up waiting for its own writer, as it does with a repeat that comes while the first is being written. */
  const writeOrLookWhetherItLanded = async (asked: AppendAsked): Promise<AppendResult> => {
    try {
      return await write(asked);
    } catch (error) {
      if (!isAborted(error)) throw error;
      const judged = await judgeStored(asked);
      if (judged.outcome === 'appended') return judged;
      throw error;
    }
  };

  let failing = false;
  const writeAndRemember = async (asked: AppendAsked): Promise<AppendResult> => {
    try {
      const result = await writeOrLookWhetherItLanded(asked);
      failing = false;
      return result;
    } catch (error) {
      failing = true;
      throw error;
    }
  };

  return {
    append: (asked: AppendAsked): Promise<AppendResult> =>
      inTurn(asked.events[0]?.eventId ?? '', () => writeAndRemember(asked)),
    /**
     * Resolves when the last append went well, or another would now: one of no events is written to the log as any other,
     * and leaves nothing to read.
     * @throws what the client throws
     */
    async tryAgain(): Promise<void> {
      if (!failing) return;
      await send({ stream: TRIED, events: [], expected: 'no-stream' });
      failing = false;
    },
  };
};

/** Never begins, and so is never refused for what it holds. */
const TRIED = StreamName.parse('recommendation-none');

interface StreamConflict {
  readonly conflict: ExpectedRevision;
}

interface NothingInTheWay {
  readonly outcome: 'write';
  readonly actual: ExpectedRevision;
}

const placeOf = (event: EncodedEvent, stored: RecordedEvent | undefined): StoredPlace | undefined =>
  stored?.eventId === event.eventId
    ? { ...stored, sameContent: stored.type === event.type && JSON.stringify(stored.data) === event.data }
    : undefined;

const revisionAfter = (expected: ExpectedRevision): StreamRevision => (expected === 'no-stream' ? 0 : expected + 1);

const lastBefore = (revision: StreamRevision, known: StreamRevision): ExpectedRevision => {
  const last = Math.min(revision - 1, known);
  return last < 0 ? 'no-stream' : last;
};

const positionIn = ({ position }: ServerAnswer): number => {
  if (position) return numberOf(position.commit);
  throw new DamagedStream('KurrentDB says nothing of where it has put an event');
};

/** The error's message is empty. */
const headIn = (error: unknown): ExpectedRevision => {
  const { actualVersion } = error as { actualVersion: bigint | 'no_stream' };
  return typeof actualVersion === 'bigint' ? numberOf(actualVersion) : 'no-stream';
};
