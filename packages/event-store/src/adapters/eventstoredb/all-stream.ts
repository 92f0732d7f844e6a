import type { Position, RecordedEvent } from '@demarche/contracts';
import {
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  type ReadPosition,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { numberOf } from './number-of.ts';
import { readToEnd } from './read-to-end.ts';
import { positionOf, recordedEventOf } from './recorded-event-of.ts';
import type { ReplaceableClient } from './replaceable-client.ts';
import { isBetweenEvents, isLeftBehind } from './store-fault.ts';
import type { StoredStreams } from './stored-streams.ts';
import type { Patience } from './with-patience.ts';

/** What the server holds of ours among everything else, in order of position. */
export interface AllStream {
  page(after: Position, limit: number): Promise<readonly RecordedEvent[]>;
  /** Our event at a position; nothing where none stands there. */
  eventAt(position: Position): Promise<RecordedEvent | undefined>;
  /** The newest of our events among so many of the newest of all, and where the newest of all stands. */
  newestAmong(count: number): Promise<Newest>;
}

interface Newest {
  readonly ours: RecordedEvent | undefined;
  readonly end: Position;
}

interface Page {
  readonly events: readonly AllStreamRecordedEvent[];
  /** The last place that the server looked at, when it got to the end. */
  readonly lookedUpTo: Position | undefined;
  /** What the server gave up with before it had sent everything. */
  readonly leftBehind?: unknown;
}

/** So often a page is begun of which nothing came. */
const TRIES = 5;

/** The server tells how far it has looked after so many times 32 events that are not ours. */
const TELL_EVERY = 32;

/**
 * Pages are taken with filtered subscriptions, which are ended once there is enough: a read of everything has no filter
 * in this client, and would bring the events of others across, too. What the server looked through in vain at the end is
 * not looked through again, unless the log has become shorter since, as one that was restored from a backup.
 */
export const allStream = (client: Pick<ReplaceableClient, 'options' | 'call'>, streams: StoredStreams): AllStream => {
  const nowhere = { from: 0, to: 0 };
  let inVain = nowhere;

  const startOf = (after: Position): Position => (after >= inVain.from && after < inVain.to ? inVain.to : after);
  const remember = (after: Position, { events, lookedUpTo = 0 }: Page) => {
    const last = events.at(-1);
    const from = last ? numberOf(last.position.commit) : after;
    if (lookedUpTo <= from) return;
    inVain = { from: last || from < inVain.from || from > inVain.to ? from : inVain.from, to: lookedUpTo };
  };
  const wholePage = async (asked: PageAsked, tries = TRIES): Promise<Page> => {
    const page = await client.call((on, patience) =>
      takePage(on, { ...client.options, ...asked, prefixes: streams.prefixes }, patience),
    );
    if (!page.leftBehind) return page;
    const last = page.events.at(-1);
    if (!last && tries === 1) throw page.leftBehind;
    const rest = last
      ? await wholePage({ after: numberOf(last.position.commit), limit: asked.limit - page.events.length })
      : await wholePage(asked, tries - 1);
    return { ...rest, events: [...page.events, ...rest.events] };
  };
  const pageAfter = (after: Position, limit: number): Promise<Page> => wholePage({ after: startOf(after), limit });
  const recorded = (events: readonly AllStreamRecordedEvent[]) =>
    events.flatMap((event) => recordedEventOf(event, streams) ?? []);
  const newestAmong = async (count: number): Promise<Newest> => {
    const newest = await client.call((on, patience) => {
      const from = { direction: BACKWARDS, fromPosition: END, maxCount: count } as const;
      return readToEnd(on.readAll({ ...client.options, ...from }), patience);
    });
    const end = newest[0] ? positionOf(newest[0]) : 0;
    if (end < inVain.to) inVain = nowhere;
    return { ours: recorded(newest)[0], end };
  };
  /** A page that is empty because something was jumped over is not believed before the log is seen to reach that far. */
  const pageAgain = async (after: Position, limit: number): Promise<Page> => {
    const page = await pageAfter(after, limit);
    if (page.events.length > 0 || startOf(after) === after) return page;
    await newestAmong(1);
    return startOf(after) === after ? pageAfter(after, limit) : page;
  };

  /** A position that nobody was given, which the server cannot find: the log is looked through. */
  const pageBetween = async (after: Position, limit: number): Promise<readonly RecordedEvent[]> => {
    const { events } = await wholePage({ after: 0, limit, beyond: BigInt(after) });
    return recorded(events);
  };
  const anyAt = async (position: Position): Promise<readonly AllStreamRecordedEvent[]> => {
    const place = BigInt(position);
    try {
      return await client.call((on, patience) => {
        const fromPosition = { commit: place, prepare: place };
        return readToEnd(on.readAll({ ...client.options, fromPosition, maxCount: 1 }), patience);
      });
    } catch (error) {
      if (isBetweenEvents(error)) return [];
      throw error;
    }
  };

  return {
    newestAmong,
    async eventAt(position) {
      const [found] = position < 0 ? [] : recorded(await anyAt(position));
      return found?.position === position ? found : undefined;
    },
    async page(after, limit) {
      try {
        const page = await pageAgain(after, limit);
        remember(after, page);
        return recorded(page.events);
      } catch (error) {
        if (!isBetweenEvents(error)) throw error;
        return pageBetween(after, limit);
      }
    },
  };
};

interface PageAsked {
  readonly after: Position;
  readonly limit: number;
  /** Events up to here do not count. */
  readonly beyond?: bigint;
}

const takePage = (
  client: EventStoreDBClient,
  {
    after,
    limit,
    prefixes,
    beyond = -1n,
    ...options
  }: PageAsked & Pick<StoredStreams, 'prefixes'> & ReplaceableClient['options'],
  { alive, givenUp }: Patience,
): Promise<Page> => {
  const events: AllStreamRecordedEvent[] = [];
  let lookedUpTo: Position | undefined;
  const filter = streamNameFilter({
    prefixes: [...prefixes],
    checkpointInterval: TELL_EVERY,
    // Must not throw: the client would let that become an unhandled rejection.
    checkpointReached: (_, { commit }) => {
      alive();
      lookedUpTo = commit <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(commit) : undefined;
    },
  });
  const subscription = client.subscribeToAll({ ...options, filter, fromPosition: placeOf(after) });
  return new Promise<Page>((resolve, reject) => {
    let ended = false;
    const end = () => {
      if (!ended) subscription.unsubscribe().catch(() => {});
      ended = true;
    };
    const give = (reached: Position | undefined) => {
      end();
      resolve({ events, lookedUpTo: reached });
    };
    givenUp.addEventListener('abort', end, { once: true });
    subscription.on('data', ({ event }) => {
      // What the client had in store already still arrives after it was told to stop.
      if (ended || !event) return;
      alive();
      if (event.position.commit > beyond) events.push(event);
      if (events.length >= limit) give(undefined);
    });
    subscription.on('caughtUp', () => drained(subscription, () => give(lookedUpTo)));
    subscription.on('error', (error) => {
      end();
      if (isLeftBehind(error)) resolve({ events, lookedUpTo: undefined, leftBehind: error });
      else reject(error);
    });
    subscription.on('end', () => reject(new Error('the subscription ended before it had caught up')));
  });
};

const placeOf = (after: Position): ReadPosition =>
  after <= 0 ? START : { commit: BigInt(after), prepare: BigInt(after) };

/** `caughtUp` comes as soon as the client hears it, before events that it has not handed out yet. */
const drained = (subscription: AllStreamSubscription, done: () => void): void => {
  if (subscription.readableLength === 0)
    setImmediate(() => (subscription.readableLength === 0 ? done() : drained(subscription, done)));
  else subscription.once('data', () => drained(subscription, done));
};
