import { Readable } from 'node:stream';
import {
  DeadlineExceededError,
  type EventStoreDBClient,
  type ReadStreamOptions,
  type RecordedEvent as StoredEvent,
  StreamNotFoundError,
} from '@eventstore/db-client';
import type { ReplaceableClient } from '../adapters/eventstoredb/replaceable-client.ts';
import type { AppendAsked, SendAppend } from '../adapters/eventstoredb/send-append.ts';
import { storedEventOf } from '../adapters/eventstoredb/stored-event-of.ts';
import { revisionAfter } from '../revision-after.ts';

/** The other side of the line, with a single stream: for what a real server cannot be told to do. */
export interface KurrentInMemory {
  readonly client: Pick<ReplaceableClient, 'options' | 'call'>;
  readonly send: SendAppend;
  /** So many events are left, as in a backup that was made then. */
  restore(count: number): void;
  /** It does not see the next append through in time, which has landed by then or never will. */
  giveUpOnNext(when: 'before it is written' | 'once it is written'): void;
}

export const kurrentInMemory = (): KurrentInMemory => {
  const stored: StoredEvent[] = [];
  let givesUp: Parameters<KurrentInMemory['giveUpOnNext']>[0] | undefined;

  const write = ({ stream, events }: AppendAsked) => {
    for (const event of events.map(storedEventOf)) {
      const place = BigInt(stored.length);
      const [data, metadata] = [JSON.parse(event.data), JSON.parse(event.metadata)];
      const at = { streamId: stream, revision: place, position: { commit: place, prepare: place } };
      stored.push({ ...event, ...at, data, metadata, isJson: true, created: new Date(0) });
    }
  };
  const readStream = (name: string, { fromRevision = 0n, maxCount = stored.length }: ReadStreamOptions) => {
    const from = Number(fromRevision);
    const events = stored.slice(from, from + Number(maxCount)).map((event) => ({ event }));
    if (stored.length > 0) return Readable.from(events);
    return new Readable().destroy(new StreamNotFoundError(undefined, name));
  };

  return {
    client: {
      options: { requiresLeader: true },
      call: (work) =>
        work({ readStream } as unknown as EventStoreDBClient, {
          alive() {},
          givenUp: new AbortController().signal,
        }),
    },
    async send(asked) {
      const [when, head] = [givesUp, stored.length];
      givesUp = undefined;
      if (when === 'before it is written') throw new DeadlineExceededError();
      if (revisionAfter(asked.expected) !== head) {
        return { outcome: 'conflict', actual: head === 0 ? 'no-stream' : head - 1 };
      }
      write(asked);
      if (when === 'once it is written') throw new DeadlineExceededError();
      const last = BigInt(stored.length - 1);
      return { success: true, nextExpectedRevision: last, position: { commit: last, prepare: last } };
    },
    restore(count) {
      stored.length = count;
    },
    giveUpOnNext(when) {
      givesUp = when;
    },
  };
};
