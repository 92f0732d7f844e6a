import type { CommandId, RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { eventIn, type Feed, type LogFeedOptions, logFeed, type MessageLog } from '@demarche/messaging';
import { eventProjection } from '@demarche/projections/engine';
import type { Seams } from './seams.ts';

const NOBODYS = '00000000-0000-4000-8000-000000000000' as CommandId;

/** Publishes wherever the log happens to end. */
export const withoutExpectation = (log: MessageLog): MessageLog => ({
  ...log,
  async publish(message) {
    for (;;) {
      const result = await log.publish(message, (await log.end()).lastSequence);
      if (result.outcome !== 'out-of-turn') return { outcome: 'published', sequence: 0 };
    }
  },
});

export const remembering = (log: MessageLog): MessageLog => {
  let furthest = { position: 0, messageId: '' };
  return {
    ...log,
    async end() {
      const end = await log.end();
      const { position, messageId } = end;
      if (position > furthest.position) furthest = { position, messageId };
      return { ...end, ...furthest };
    },
  };
};

/** As a store whose positions become visible out of order: where two events are there, the first of them is seen late. */
export const seeingLaterFirst = (store: EventStore): EventStore => {
  const late = new Set<number>();
  return {
    ...store,
    async readAll(after, limit) {
      const events = await store.readAll(after, limit);
      const hidden = events.length > 1 ? events.at(-2) : undefined;
      if (!hidden || late.has(hidden.position) || hidden.position % 5 > 0) return events;
      late.add(hidden.position);
      return events.filter((event) => event !== hidden);
    },
  };
};

/** Gives out whatever comes, as it comes. */
export const trustingArrival = ({ log, store, timing }: LogFeedOptions): Feed => ({
  head: () => store.head(),
  mayGoBack: false,
  idAt: (position) => store.idAt(position),
  async follow({ batchSize, signal, handle }) {
    let next = 1;
    while (!signal.aborted) {
      const messages = await log.read(next, batchSize).catch(() => []);
      next = Math.max(next, ...messages.map(({ sequence }) => sequence + 1));
      const events = messages.map(eventIn);
      if (events.length > 0) await handle({ events, head: events.at(-1)?.position ?? 0 });
      else await new Promise<void>((resolve) => void timing.after(1_000, resolve));
    }
  },
});

const without = (feed: Feed, isLeftOut: (event: RecordedEvent) => boolean): Feed => ({
  ...feed,
  follow: (following) =>
    feed.follow({
      ...following,
      handle: ({ events, head }) => following.handle({ events: events.filter((event) => !isLeftOut(event)), head }),
    }),
});

export const skipping = (options: LogFeedOptions): Feed => without(logFeed(options), ({ position }) => position === 9);

/** What the bus has lost is read from the record, and kept back. */
export const notHealing = ({ store, ...options }: LogFeedOptions): Feed => {
  const read = new Set<number>();
  const readAll: typeof store.readAll = async (after, limit) => {
    const events = await store.readAll(after, limit);
    for (const { position } of events) read.add(position);
    return events;
  };
  return without(logFeed({ ...options, store: { ...store, readAll } }), ({ position }) => read.has(position));
};

/** Keeps the furthest place in the log that any reader of this world has seen, and never goes back. */
export const believingItsPlace = (): ((log: MessageLog) => MessageLog) => {
  let furthest = 0;
  return (log) => ({
    ...log,
    async end() {
      const end = await log.end();
      furthest = Math.max(furthest, end.lastSequence);
      return { ...end, lastSequence: furthest, incarnation: 'the only one' };
    },
  });
};

export const appendingAnywhere = (store: EventStore): EventStore => ({
  ...store,
  async append(stream, events, expected) {
    let result = await store.append(stream, events, expected);
    while (result.outcome === 'conflict' && result.actual !== expected) {
      result = await store.append(stream, events, result.actual);
    }
    return result;
  },
});

export const acknowledgingFirst = (store: EventStore): EventStore => ({
  ...store,
  async append(stream, events, expected) {
    const position = (await store.head()) + events.length;
    void store.append(stream, events, expected).catch(() => {});
    return { outcome: 'appended', revision: (expected === 'no-stream' ? -1 : expected) + events.length, position };
  },
});

export const forgettingKeys = (store: EventStore): EventStore => ({
  ...store,
  readStream: async (stream, from) =>
    (await store.readStream(stream, from)).map((event) => ({
      ...event,
      metadata: { ...event.metadata, commandId: NOBODYS },
    })),
});

export const checkpointOutside: NonNullable<Seams['projection']> = (database, projectors) => {
  const projection = eventProjection(database, projectors);
  const move = database.prepare('UPDATE engine_checkpoint SET position = max(position, ?)');
  return {
    ...projection,
    apply(events) {
      try {
        return projection.apply(events);
      } finally {
        move.run(events.at(-1)?.position ?? 0);
      }
    },
  };
};

export const swallowingErrors: NonNullable<Seams['projection']> = (database, projectors) => {
  const projection = eventProjection(database, projectors);
  return {
    ...projection,
    apply(events) {
      try {
        return projection.apply(events);
      } catch {
        return { position: events.at(-1)?.position ?? 0, countries: [], subjects: [] };
      }
    },
  };
};

export const orderedByClocks: NonNullable<Seams['projection']> = (database, projectors) => {
  const projection = eventProjection(database, projectors);
  const byMoment = (a: RecordedEvent, b: RecordedEvent) => (a.metadata.recordedAt < b.metadata.recordedAt ? -1 : 1);
  return { ...projection, apply: (events) => projection.apply(events.toSorted(byMoment)) };
};
