import type { RecordedEvent, StreamName } from '@demarche/contracts';
import { encodeEvent } from '../../encode-append.ts';
import type { StreamRevision } from '../../event-store.ts';
import { DamagedStream } from './damaged-stream.ts';
import { readToEnd } from './read-to-end.ts';
import { recordedEventOf } from './recorded-event-of.ts';
import type { ReplaceableClient } from './replaceable-client.ts';
import type { SeenStreams } from './seen-streams.ts';
import { isAbsentStream } from './store-fault.ts';
import type { StoredStreams } from './stored-streams.ts';

export type ReadStream = (
  stream: StreamName,
  from: StreamRevision,
  atMost?: number,
) => Promise<readonly RecordedEvent[]>;

/**
 * Reads one stream from a revision on, and keeps what it saw. A stream that ends before what was known of it was
 * restored from a backup: what was known is forgotten, and the stream read from its beginning.
 * @throws DamagedStream where an event is missing: the server says nothing of one that was truncated
 */
export const streamReader = (
  client: Pick<ReplaceableClient, 'options' | 'call'>,
  streams: StoredStreams,
  seen: SeenStreams,
): ReadStream => {
  const read: ReadStream = async (stream, from, atMost) => {
    const known = seen.upTo(stream);
    const asked = { ...client.options, fromRevision: BigInt(from), ...(atMost && { maxCount: atMost }) };
    const stored = await client.call(async (on, patience) => {
      try {
        return await readToEnd(on.readStream(streams.nameOf(stream), asked), patience);
      } catch (error) {
        if (isAbsentStream(error)) return [];
        throw error;
      }
    });
    const events = stored.flatMap((event) => recordedEventOf(event, streams) ?? []);
    for (const [index, { revision }] of events.entries()) {
      if (revision !== from + index) throw new DamagedStream(`event ${from + index} of ${stream} is missing`);
    }
    const hasBecomeShorter = atMost === undefined && from + events.length - 1 < known;
    if (hasBecomeShorter) seen.forget(stream);
    seen.learn(stream, from, events.map(encodeEvent));
    if (hasBecomeShorter && from > 0) await read(stream, 0);
    return events;
  };
  return read;
};
