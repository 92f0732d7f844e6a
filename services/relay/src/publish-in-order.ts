import type { Position, RecordedEvent } from '@demarche/contracts';
import type { MessageLog, OutgoingMessage, PublishResult } from '@demarche/messaging';
import { count, inEachTrace, metrics, spanAttributes, spanNames, traced } from '@demarche/telemetry';
import { inPortions, type Page } from './page-of-messages.ts';

/** Where the bus ends: what it took last, and which event that was. */
export interface Place {
  readonly lastSequence: number;
  readonly position: Position;
}

export interface PublishOptions {
  readonly log: MessageLog;
  /** No more than this is on its way at a time, however slow the bus is; one message always is. */
  readonly mostBytes: number;
}

/**
 * Publishes events behind a place, each expecting to follow on the one before. They are sent one after another without
 * waiting in between: whichever is lost or late, those behind it are out of turn and are not taken.
 * @returns the place behind the last of them; nothing where not all were taken, and only the bus knows where it ends
 * @throws what the bus throws
 */
export const publishInOrder = (
  { log, mostBytes }: PublishOptions,
  place: Place,
  { events, messages }: Page,
): Promise<Place | undefined> =>
  traced(spanNames.publish, { [spanAttributes.eventCount]: events.length }, async (span) => {
    const began = Date.now();
    let reached = place;
    for (const portion of inPortions(messages, mostBytes)) {
      if (!(await publishAll(log, portion, reached))) return undefined;
      reached = {
        lastSequence: reached.lastSequence + portion.length,
        position: portion.at(-1)?.position ?? reached.position,
      };
    }
    count(metrics.relayPublished, events.length);
    inEachTrace(spanNames.publishOne, events.map(metadataOf), { span, began, details: {} });
    return reached;
  });

/** Whether all were taken. */
const publishAll = async (
  log: MessageLog,
  messages: readonly OutgoingMessage[],
  { lastSequence }: Place,
): Promise<boolean> => {
  const results = await Promise.allSettled(
    messages.map((message, index) => log.publish(message, lastSequence + index)),
  );
  const failed = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (failed) throw failed.reason;
  const answers = (results as PromiseFulfilledResult<PublishResult>[]).map(({ value }) => value);
  return answers.every(({ outcome }) => outcome === 'published');
};

const metadataOf = ({ metadata }: RecordedEvent) => metadata;
