import { hash } from 'node:crypto';
import type { EncodedEvent } from '../../encode-append.ts';

/** An event as the server keeps it: data and metadata are JSON. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/**
 * An event as the server gets it. Of a repeat the server compares nothing but ids: so it is given one of all that the event
 * says, and the event's own stands in the metadata (infra/adr/0012).
 */
export const storedEventOf = (event: EncodedEvent): StoredEvent => ({
  id: contentIdOf(event),
  type: event.type,
  data: event.data,
  metadata: JSON.stringify({ ...JSON.parse(event.metadata), eventId: event.eventId }),
});

/**
 * UUID version 8 (RFC 9562). A command that is handled again differs in when that was: the server then calls it a conflict,
 * and nobody takes it for recorded just now.
 */
const contentIdOf = ({ eventId, type, data, metadata }: EncodedEvent): string => {
  const digest = hash('sha256', `${eventId} ${type} ${data} ${metadata}`);
  const variant = '89ab'.charAt(Number.parseInt(digest.charAt(16), 16) & 3);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
};
