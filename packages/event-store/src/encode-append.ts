import type { EventMetadata, RecordedEvent } from '@demarche/contracts';
import { AppendTooLarge, type NewEvent } from './event-store.ts';

/** What every adapter takes in one append, data and metadata together: the limit of the narrowest of them. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/** An event as text, ready to be stored. */
export interface EncodedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Checks an append and turns its events into text, before anything waits for it: one caller's fault must not fail the
 * group it would be committed with.
 * @throws AppendTooLarge
 */
export const encodeAppend = (events: readonly NewEvent[]): readonly EncodedEvent[] => {
  const ids = new Set(events.map(({ eventId }) => eventId));
  if (events.length === 0) throw new TypeError('An append needs at least one event');
  if (ids.size < events.length) throw new TypeError('Two events of one append have the same id');
  const encoded = events.map(encodeEvent);
  const bytes = encoded.reduce(
    (sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata),
    0,
  );
  if (bytes <= MAX_APPEND_BYTES) return encoded;
  throw new AppendTooLarge(`These events take ${bytes} bytes; the most that is taken at once is ${MAX_APPEND_BYTES}`);
};

/** @throws TypeError for an id that is no UUID */
export const encodeEvent = ({ eventId, type, data, metadata }: NewEvent): EncodedEvent => {
  if (!UUID.test(eventId)) throw new TypeError(`An event id must be a lower-case UUID, not "${eventId}"`);
  return { eventId, type, data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
};

/** The event again, from its text. */
export const decodeNewEvent = ({ eventId, type, data, metadata }: EncodedEvent): NewEvent => ({
  eventId,
  type,
  data: JSON.parse(data),
  metadata: JSON.parse(metadata) as EventMetadata,
});

/** The event again, from its text and its place. */
export const decodeEvent = (
  event: EncodedEvent,
  { stream, revision, position }: Pick<RecordedEvent, 'stream' | 'revision' | 'position'>,
): RecordedEvent => ({ ...decodeNewEvent(event), stream, revision, position });
