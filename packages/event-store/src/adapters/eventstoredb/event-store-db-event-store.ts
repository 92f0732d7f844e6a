import { appendListeners } from '../../append-listeners.ts';
import { decodeNewEvent, encodeAppend } from '../../encode-append.ts';
import { type EventStore, StoreUnavailable } from '../../event-store.ts';
import { allStream } from './all-stream.ts';
import { eventAppender } from './event-appender.ts';
import { followAppends } from './follow-appends.ts';
import { newestPosition } from './newest-position.ts';
import { type AddressParts, readAddress } from './read-address.ts';
import { replaceableClient, type ServerContact } from './replaceable-client.ts';
import { seenStreams } from './seen-streams.ts';
import { sendAppend } from './send-append.ts';
import { storeFault } from './store-fault.ts';
import { storedStreams } from './stored-streams.ts';
import { streamReader } from './stream-reader.ts';

export interface EventStoreDbOptions extends AddressParts {
  /** Stands before the names of all streams: several installations can then use one server without seeing each other. */
  readonly namespace?: string | undefined;
  /** How long the server may be silent before a call is given up. What was asked for may have happened all the same. */
  readonly timeoutMs?: number;
  /** How often the subscription is held against the newest position, while anybody listens. */
  readonly watchEveryMs?: number;
  /** How long before a lost subscription is taken up again, at first and at most. */
  readonly backOff?: { readonly firstMs: number; readonly mostMs: number };
}

/** How far an acknowledgement can be trusted, for whoever looks at `/readyz`. */
export interface KurrentDurability {
  readonly kind: 'KurrentDB';
  /** Without credentials. */
  readonly server: string;
  readonly encrypted: boolean;
  /** Whether the leader answered the last call. Every call asks for it, and no other server acknowledges anything. */
  readonly leader: 'answers' | 'silent' | 'not asked yet';
  readonly answeredAt: string | undefined;
}

export interface EventStoreDbEventStore extends EventStore {
  readonly durability: KurrentDurability;
  /** What keeps events from being recorded at the moment: the server is asked, and written to where an append has failed. */
  trouble(): Promise<StoreUnavailable | null>;
}

/** So much of the streams used last is remembered: some 32 MB, or 20,000 events. What was forgotten is read again. */
const CHARACTERS_REMEMBERED = 32 * 1024 * 1024;

/**
 * The record in KurrentDB (EventStoreDB), release 23.10 or newer. An append is acknowledged by the leader once it is on
 * disk, in a cluster on the disks of most of its servers. The server may be stopped, killed or frozen: calls fail with
 * `StoreUnavailable` within the time-out and work again once it is back, and whoever listens is told then.
 * @throws StoreRefused when the address, the namespace or the file of the authority cannot be used
 */
export const eventStoreDbEventStore = ({
  namespace,
  timeoutMs = 5_000,
  watchEveryMs = 10_000,
  backOff = { firstMs: 100, mostMs: 5_000 },
  ...parts
}: EventStoreDbOptions): EventStoreDbEventStore => {
  const [address, streams] = [readAddress(parts), storedStreams(namespace)];
  const client = replaceableClient(address, timeoutMs);
  const seen = seenStreams(CHARACTERS_REMEMBERED);
  const all = allStream(client, streams);
  const newest = newestPosition(all);
  const read = streamReader(client, streams, seen);
  const appender = eventAppender({ send: sendAppend(client, streams), seen, newest, read });
  const listeners = appendListeners();
  const asked = new Set<Promise<unknown>>();
  let stopFollowing: (() => void) | undefined;
  let closed = false;

  const answering = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    if (closed) throw new StoreUnavailable('The event store is closed');
    const answer = ask();
    asked.add(answer);
    try {
      return await answer;
    } catch (error) {
      throw storeFault(error, address.shown);
    } finally {
      asked.delete(answer);
    }
  };
  const follow = () =>
    followAppends({ client, prefixes: streams.prefixes, newest, notify: listeners.notify, watchEveryMs, backOff });

  return {
    get durability() {
      const { shown, encrypted } = address;
      return { kind: 'KurrentDB' as const, server: shown, encrypted, ...contactSaid(client.contact) };
    },
    async append(stream, events, expected) {
      const encoded = encodeAppend(events);
      return answering(() => appender.append({ stream, events: encoded, expected }));
    },
    recall(stream) {
      const recalled = seen.eventsOf(stream);
      const expected = recalled.length === 0 ? 'no-stream' : recalled.length - 1;
      return {
        events: recalled.map(decodeNewEvent),
        async append(events) {
          const encoded = encodeAppend(events);
          return answering(() => appender.appendUnread({ stream, events: encoded, expected }));
        },
      };
    },
    readStream: (stream, from = 0) => answering(() => read(stream, Math.max(0, from))),
    readAll: (after, limit) => answering(async () => (limit < 1 ? [] : all.page(after, limit))),
    idAt: (position) => answering(async () => (await all.eventAt(position))?.eventId),
    head: () => answering(newest.find),
    onAppended(listener) {
      const remove = listeners.add(listener);
      if (!closed) stopFollowing ??= follow();
      return () => {
        remove();
        if (listeners.size() > 0) return;
        stopFollowing?.();
        stopFollowing = undefined;
      };
    },
    async trouble() {
      try {
        await answering(() => Promise.all([all.newestAmong(1), appender.tryAgain()]));
        return null;
      } catch (error) {
        return error as StoreUnavailable;
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      stopFollowing?.();
      await Promise.allSettled(asked);
      await client.close();
    },
  };
};

const contactSaid = ({ answeredAt, fault }: ServerContact): Pick<KurrentDurability, 'leader' | 'answeredAt'> => {
  const asked = answeredAt ? ('answers' as const) : ('not asked yet' as const);
  return { leader: fault === undefined ? asked : 'silent', answeredAt: answeredAt?.toISOString() };
};
