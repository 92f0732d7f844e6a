import { StreamName } from '@demarche/contracts';
import type { Appended, AppendResult, ExpectedRevision, Overtaken } from '../../event-store.ts';
import { revisionAfter } from '../../revision-after.ts';
import { judgeStored } from './judge-stored.ts';
import type { NewestPosition } from './newest-position.ts';
import { placeIn } from './place-in.ts';
import type { SeenStreams } from './seen-streams.ts';
import type { AppendAsked, SendAppend } from './send-append.ts';
import { isAborted } from './store-fault.ts';
import type { ReadStream } from './stream-reader.ts';
import { turns } from './turns.ts';

export interface AppenderParts {
  readonly send: SendAppend;
  readonly seen: SeenStreams;
  readonly newest: Pick<NewestPosition, 'learn'>;
  readonly read: ReadStream;
}

export interface EventAppender {
  append(asked: AppendAsked): Promise<AppendResult>;
  /** Appends only where nothing stands behind what was seen of the stream, and without reading what does. */
  appendUnread(asked: AppendAsked): Promise<Appended | Overtaken>;
  /**
   * Resolves when the last append went well, or another would now: one of no events is written to the log as any other,
   * and leaves nothing to read.
   * @throws what the client throws
   */
  tryAgain(): Promise<void>;
}

/**
 * Appends as `judgeAppend` says, though the server knows less. It takes an id again at the end of its stream; so ids of
 * the stream are looked at first. It takes the same ids for a repeat whatever the events say; so an event goes to it under
 * an id of all that it says, and what it takes for a repeat is one. It calls other repeats a conflict; so the stream is then
 * read.
 */
export const eventAppender = ({ send, seen, newest, read }: AppenderParts): EventAppender => {
  const inTurn = turns();
  const judge = judgeStored(seen, read);

  const isKnown = ({ stream, events }: AppendAsked): boolean =>
    events.some(({ eventId }) => seen.revisionOf(stream, eventId) !== undefined);
  const landed = (asked: AppendAsked, answer: Parameters<typeof placeIn>[0]): Appended => {
    const place = placeIn(answer, asked);
    seen.learn(asked.stream, revisionAfter(asked.expected), asked.events);
    newest.learn(place.position);
    return place;
  };
  const asConflict = async (asked: AppendAsked, head?: ExpectedRevision): Promise<AppendResult> => {
    const judged = await judge(asked, head);
    return judged.outcome === 'write' ? { outcome: 'conflict', actual: judged.actual } : judged;
  };

  const write = async (asked: AppendAsked): Promise<AppendResult> => {
    const { stream, expected } = asked;
    const from = seen.upTo(stream) + 1;
    if (from < revisionAfter(expected)) await read(stream, from);
    if (isKnown(asked)) {
      const judged = await judge(asked);
      // What was known of the stream is so no longer, and was forgotten: it is looked at anew.
      return judged.outcome === 'write' ? write(asked) : judged;
    }
    const answer = await send(asked);
    return 'outcome' in answer ? asConflict(asked, answer.actual) : landed(asked, answer);
  };

  /** The server gave up waiting for its own writer, as it does with a repeat that comes while the first is being written. */
  const writeOrLookWhetherItLanded = async (asked: AppendAsked): Promise<AppendResult> => {
    try {
      return await write(asked);
    } catch (error) {
      if (!isAborted(error)) throw error;
      const judged = await asConflict(asked);
      if (judged.outcome === 'appended') return judged;
      throw error;
    }
  };

  const writeUnread = async (asked: AppendAsked): Promise<Appended | Overtaken> => {
    if (seen.upTo(asked.stream) + 1 !== revisionAfter(asked.expected) || isKnown(asked)) return OVERTAKEN;
    try {
      const answer = await send(asked);
      return 'outcome' in answer ? OVERTAKEN : landed(asked, answer);
    } catch (error) {
      if (isAborted(error)) return OVERTAKEN;
      throw error;
    }
  };

  let failing = false;
  const remembering = async <Answer>(writing: Promise<Answer>): Promise<Answer> => {
    try {
      const answer = await writing;
      failing = false;
      return answer;
    } catch (error) {
      failing = true;
      throw error;
    }
  };
  const inItsTurn = <Answer>(asked: AppendAsked, work: (asked: AppendAsked) => Promise<Answer>): Promise<Answer> =>
    inTurn(asked.events[0]?.eventId ?? '', () => remembering(work(asked)));

  return {
    append: (asked) => inItsTurn(asked, writeOrLookWhetherItLanded),
    appendUnread: (asked) => inItsTurn(asked, writeUnread),
    async tryAgain() {
      if (!failing) return;
      await send({ stream: TRIED, events: [], expected: 'no-stream' });
      failing = false;
    },
  };
};

const OVERTAKEN = { outcome: 'overtaken' } as const;

/** Never begins, and so is never refused for what it holds. */
const TRIED = StreamName.parse('recommendation-none');
