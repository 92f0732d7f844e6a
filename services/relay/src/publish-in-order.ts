import type { Position, RecordedEvent } from '@demarche/contracts';
import { type MessageLog, messageOf, type PublishResult } from '@demarche/messaging';
import { spanAttributes, spanNames, traced } from '@demarche/telemetry';

/** Where the bus ends: what it took last, and which event that was. */
export interface Place {
  readonly lastSequence: number;
  readonly position: Position;
}

/**
 * Publishes events behind a place, each expecting to follow on the one before. They are sent one after another without
 * waiting in between: whichever is lost or late, those behind it are out of turn and are not taken.
 * @returns the place behind the last of them; nothing where not all were taken, and only the bus knows where it ends
 * @throws what the bus throws
 */
export const publishInOrder = (
  log: MessageLog,
  place: Place,
  events: readonly RecordedEvent[],
): Promise<Place | undefined> =>
  traced(spanNames.publish, { [spanAttributes.eventCount]: events.length }, async () => {
    const results = await Promise.allSettled(
      events.map((event, index) => {
        const previousPosition = events[index - 1]?.position ?? place.position;
        return log.publish(messageOf(event, previousPosition), place.lastSequence + index);
      }),
    );
    const failed = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
    if (failed) throw failed.reason;
    const answers = (results as PromiseFulfilledResult<PublishResult>[]).map(({ value }) => value);
    const newest = events.at(-1);
    if (!newest || answers.some(({ outcome }) => outcome !== 'published')) return undefined;
    return { lastSequence: place.lastSequence + events.length, position: newest.position };
  });
