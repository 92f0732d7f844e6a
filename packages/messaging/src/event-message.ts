import type { Position, RecordedEvent } from '@demarche/contracts';
import { fromCloudEvent, toCloudEvent } from './cloud-event.ts';
import type { OutgoingMessage } from './message-log.ts';
import { countriesOf, messageSubject } from './message-subject.ts';

/** The message that carries an event. The same event behind the same one always makes the same message. */
export const messageOf = (event: RecordedEvent, previousPosition: Position): OutgoingMessage => {
  const countries = countriesOf(event);
  const { traceparent } = event.metadata;
  return {
    messageId: event.eventId,
    subject: messageSubject(event, countries),
    position: event.position,
    previousPosition,
    body: JSON.stringify(toCloudEvent(event, countries)),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
};

/**
 * The event that a message carries, exactly as it was recorded.
 * @throws where the body is not one that `messageOf` makes
 */
export const eventIn = ({ body }: OutgoingMessage): RecordedEvent =>
  fromCloudEvent(JSON.parse(body) as Readonly<Record<string, unknown>>);
