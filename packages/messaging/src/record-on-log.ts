import type { Position, RecordedEvent } from '@demarche/contracts';
import { eventIn } from './event-message.ts';
import { findSequenceAfter } from './find-sequence-after.ts';
import type { RecordOfEvents } from './log-cursor.ts';
import { BusUnavailable, type LoggedMessage, type MessageLog } from './message-log.ts';

/**
 * What stands in for the record at a far site that has none: the log itself. It knows no more than the log does, so that
 * whoever misses an event there waits until the log holds it again.
 */
export const recordOnLog = (log: MessageLog): RecordOfEvents => {
  const readAll = async (after: Position, limit: number): Promise<readonly RecordedEvent[]> => {
    const first = await findSequenceAfter(log, await log.end(), after);
    const events = followingOn(after, await log.read(first, limit));
    if (events.length > 0) return events;
    throw new BusUnavailable(
      `The bus lacks what comes after position ${after}, and here is no record to read it from: the views wait until the stream is made anew`,
    );
  };
  return {
    readAll,
    async idAt(position) {
      const [event] = await readAll(position - 1, 1);
      return event?.position === position ? event.eventId : undefined;
    },
    head: async () => (await log.end()).position,
    mayGoBack: true,
  };
};

/** As far as nothing is missing between one and the next: before the first, some stores leave positions out. */
const followingOn = (after: Position, messages: readonly LoggedMessage[]): readonly RecordedEvent[] => {
  const events: RecordedEvent[] = [];
  for (const message of messages) {
    if (message.previousPosition > (events.at(-1)?.position ?? after)) break;
    events.push(eventIn(message));
  }
  return events;
};
