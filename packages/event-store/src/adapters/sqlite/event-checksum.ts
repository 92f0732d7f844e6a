import { crc32 } from 'node:zlib';

/** What a stored row says of an event, its position aside. */
export interface ChecksummedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/**
 * A checksum over all that an event says, written with it. SQLite notices a page whose structure is broken, and never a
 * letter that has changed within a text. It finds what a failing disk does, not what a forger does.
 */
export const eventChecksum = (
  eventId: Uint8Array,
  { stream, revision, type, data, metadata }: ChecksummedEvent,
): number => crc32(data, crc32(metadata, crc32(`${stream}\n${revision}\n${type}`, crc32(eventId))));
