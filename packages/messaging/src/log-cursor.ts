import type { Position, RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { eventIn } from './event-message.ts';
import { findSequenceAfter } from './find-sequence-after.ts';
import type { LoggedMessage, MessageLog } from './message-log.ts';
import { recordPages } from './record-pages.ts';

/** The record itself, for what the bus has lost. */
export interface RecordOfEvents extends Pick<EventStore, 'readAll' | 'idAt' | 'head'> {
  /** It is none, but what stands in for it: it can be emptied and filled again. */
  readonly mayGoBack?: true;
}

export interface CursorOptions {
  readonly log: MessageLog;
  readonly store: RecordOfEvents;
  readonly after: Position;
  readonly batchSize: number;
}

/** One reader's way through a log. */
export interface LogCursor {
  /**
   * The next events, each one once and in order of position; none where the log has no more.
   * @throws where the log, or the store that a hole is filled from, cannot be read: asking again goes on in the same place
   */
  next(): Promise<readonly RecordedEvent[]>;
  /** The newest position that it has seen. */
  head(): Position;
}

/**
 * Trusts no arrival: a message counts only if the event before it is the last that was given out. What was given out
 * already is passed over; where something is missing, or cannot be read, the store gives it.
 */
export const logCursor = ({ log, store, after, batchSize }: CursorOptions): LogCursor => {
  const pageAfter = recordPages(store, { mostEvents: batchSize });
  let given = after;
  let seen = after;
  /** Everything up to here is missing on the bus and comes from the store. */
  let missingUpTo = after;
  let sequence: number | undefined;
  let incarnation: string | undefined;

  /** Where to read on. What was known before no longer holds if the log was made anew or has lost its end. */
  const find = async (): Promise<number> => {
    const end = await log.end();
    seen = Math.max(seen, end.position);
    const stillHolds = end.incarnation === incarnation && end.lastSequence >= (sequence ?? Number.NaN) - 1;
    incarnation = end.incarnation;
    return stillHolds && sequence !== undefined ? sequence : findSequenceAfter(log, end, given);
  };

  const fromStore = async (): Promise<readonly RecordedEvent[]> => {
    const page = await pageAfter(given);
    const events = page.events.filter(({ position }) => position <= missingUpTo);
    const last = events.at(-1);
    if (!last)
      throw new Error(`The bus is ahead of the record: it names position ${missingUpTo}, after ${given} there is none`);
    given = last.position;
    return events;
  };

  /**
   * The event of a message, where it follows on what was given out; what is missing before it is remembered.
   * @throws where it follows on something before that, and so does not belong to what was given out at all
   */
  const following = (message: LoggedMessage, isFirst: boolean): RecordedEvent | undefined => {
    const event = readable(message);
    missingUpTo = event ? message.previousPosition : message.position;
    // What was taken before it is to be given out first.
    if (missingUpTo < given && isFirst) throw anotherRecord(message, given);
    return missingUpTo === given ? event : undefined;
  };

  /** Takes messages as long as each one follows on the one before. */
  const take = (messages: readonly LoggedMessage[]): readonly RecordedEvent[] => {
    const taken: RecordedEvent[] = [];
    for (const message of messages) {
      if (message.position > given) {
        const event = following(message, taken.length === 0);
        if (!event) break;
        given = event.position;
        taken.push(event);
      }
      sequence = Math.max(sequence ?? 0, message.sequence + 1);
    }
    seen = Math.max(seen, given);
    return taken;
  };

  const fromLog = async (): Promise<readonly RecordedEvent[]> => {
    sequence ??= await find();
    const messages = await log.read(sequence, batchSize);
    const taken = take(messages);
    if (taken.length > 0 || missingUpTo > given) return taken;
    const before = sequence;
    // Nothing, or only what was given out before: perhaps the log is another now.
    if (messages.length > 0) sequence = undefined;
    sequence = await find();
    return sequence === before ? [] : take(await log.read(sequence, batchSize));
  };

  return {
    async next() {
      const events = missingUpTo > given ? await fromStore() : await fromLog();
      return events.length === 0 && missingUpTo > given ? fromStore() : events;
    },
    head: () => seen,
  };
};

const anotherRecord = ({ position, previousPosition }: LoggedMessage, given: Position): Error =>
  new Error(
    `The bus holds the event at position ${position} behind that at ${previousPosition}, and here the last one was at ${given}: it tells another record than the one that was followed. Was an older backup restored? Then delete the stream, and what was built from it, so that both are made anew`,
  );

const readable = (message: LoggedMessage): RecordedEvent | undefined => {
  try {
    return eventIn(message);
  } catch {
    return undefined;
  }
};
