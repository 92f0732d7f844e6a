import { headers, type MsgHdrs } from 'nats';
import { headersOf, messageHeaders, traceHeader } from '../../message-headers.ts';
import type { LoggedMessage, OutgoingMessage } from '../../message-log.ts';

export const natsHeadersOf = (message: OutgoingMessage): MsgHdrs => {
  const made = headers();
  for (const [name, value] of Object.entries(headersOf(message))) made.set(name, value);
  return made;
};

/** A message as the server stores it. */
export interface StoredMessage {
  readonly sequence: number;
  readonly subject: string;
  /** None where somebody else published without any. */
  readonly headers: MsgHdrs | undefined;
  readonly data: Uint8Array;
}

const utf8 = new TextDecoder();

/** What is no message of ours has no position: whoever reads takes it for something that was there before, and passes on. */
export const loggedMessage = ({ sequence, subject, headers, data }: StoredMessage): LoggedMessage => {
  const traceparent = headers?.get(traceHeader);
  return {
    sequence,
    messageId: headers?.get(messageHeaders.id) ?? '',
    subject,
    position: positionIn(headers?.get(messageHeaders.position)),
    previousPosition: positionIn(headers?.get(messageHeaders.previousPosition)),
    body: utf8.decode(data),
    ...(traceparent ? { traceparent } : {}),
  };
};

const positionIn = (text: string | undefined): number => {
  const position = /^\d+$/.test(text ?? '') ? Number(text) : 0;
  return Number.isSafeInteger(position) ? position : 0;
};
