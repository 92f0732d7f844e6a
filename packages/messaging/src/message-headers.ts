import type { OutgoingMessage } from './message-log.ts';

/** What a message carries outside its body, by the names of the headers. */
export const messageHeaders = {
  /** JetStream's own: what is sent twice within the window for duplicates is taken once. */
  id: 'Nats-Msg-Id',
  position: 'Demarche-Position',
  previousPosition: 'Demarche-Previous-Position',
  contentType: 'Content-Type',
} as const;

/** There only where traces are kept. */
export const traceHeader = 'traceparent';

/** CloudEvents 1.0 in structured mode. */
export const messageContentType = 'application/cloudevents+json';

export const headersOf = ({
  messageId,
  position,
  previousPosition,
  traceparent,
}: OutgoingMessage): Readonly<Record<string, string>> => ({
  [messageHeaders.id]: messageId,
  [messageHeaders.position]: String(position),
  [messageHeaders.previousPosition]: String(previousPosition),
  [messageHeaders.contentType]: messageContentType,
  ...(traceparent === undefined ? {} : { [traceHeader]: traceparent }),
});
