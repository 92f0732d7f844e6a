import { type EventStore, StoreUnavailable } from '@demarche/event-store';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { BusUnavailable, type FeedBatch, logFeed, type MessageLog, type Timing } from '@demarche/messaging';
import { feedContract } from '@demarche/messaging/feed-contract';
import { type MemoryMessageLog, memoryMessageLog, systemTiming } from '@demarche/messaging/in-process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BusAheadOfRecord, type RelayOptions, runRelay } from './run-relay.ts';

/** Time that passes as fast as it is waited for. */
const hasty: Timing = {
  after(_ms, call) {
    const turn = setImmediate(call);
    return () => clearImmediate(turn);
  },
  random: () => 0.5,
};

const record = async (store: EventStore, count: number): Promise<readonly string[]> => {
  const stream = exampleStream();
  const events = Array.from({ length: count }, (_, index) => exampleEvent({ index }));
  for (const [index, event] of events.entries())
    await store.append(stream, [event], index === 0 ? 'no-stream' : index - 1);
  return events.map(({ eventId }) => eventId);
};

/** Runs a relay until the test is over. */
const relaying = (store: RelayOptions['store'], log: MessageLog, further: Partial<RelayOptions> = {}) => {
  const stopping = new AbortController();
  const running = runRelay({ store, log, timing: hasty, signal: stopping.signal, ...further });
  const stop = async () => {
    stopping.abort();
    await running;
  };
  onTestFinished(stop);
  return { stop };
};

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise(setImmediate);
};
const published = (log: MessageLog, position: number) => until(async () => (await log.end()).position >= position);
const idsOn = async (log: MessageLog) => (await log.read(1, 10_000)).map(({ messageId }) => messageId);

const withAll = async (log: MemoryMessageLog, store: EventStore) => {
  await published(log, await store.head());
  return idsOn(log);
};

/** Follows until so many events came. */
const collect = async (log: MessageLog, store: EventStore, after: number, count: number) => {
  const stopping = new AbortController();
  const delivered: string[] = [];
  const handle = async ({ events }: FeedBatch) => {
    delivered.push(...events.map(({ eventId }) => eventId));
    if (delivered.length >= count) stopping.abort();
  };
  await logFeed({ log, store, timing: hasty }).follow({ after, batchSize: 4, signal: stopping.signal, handle });
  return delivered;
};

feedContract('A feed from a log that a relay fills', async () => {
  const [store, log] = [memoryEventStore(), memoryMessageLog()];
  const stopping = new AbortController();
  const running = runRelay({ store, log, timing: systemTiming, signal: stopping.signal, pageSize: 7 });
  return {
    feed: logFeed({ log, store, timing: systemTiming }),
    record: (count) => record(store, count),
    async close() {
      stopping.abort();
      await running;
      await store.close();
    },
  };
});

describe('the relay', () => {
  test.each([1, 3, 50, 1_000])('publishes every event once and in order, in pages of %i', async (pageSize) => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    const recorded = await record(store, 120);
    relaying(store, log, { pageSize });
    expect(await withAll(log, store)).toEqual(recorded);
  });

  test('publishes what is recorded from then on', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    relaying(store, log);
    const before = await record(store, 3);
    await published(log, 3);
    expect(await withAll(log, store)).toEqual(before);
    const later = await record(store, 2);
    expect(await withAll(log, store)).toEqual([...before, ...later]);
  });

  test('each message names the position of its event and of the one before', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await record(store, 5);
    relaying(store, log, { pageSize: 2 });
    await withAll(log, store);
    const places = (await log.read(1, 10)).map(({ position, previousPosition }) => [previousPosition, position]);
    expect(places).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
  });

  test('given a store whose positions have gaps, then a reader still knows that it misses nothing', async () => {
    const [inner, log] = [memoryEventStore(), memoryMessageLog()];
    const recorded = await record(inner, 20);
    const store: EventStore = {
      ...inner,
      head: async () => (await inner.head()) * 10,
      readAll: async (after, limit) =>
        (await inner.readAll(Math.floor(after / 10), limit)).map((event) => ({
          ...event,
          position: event.position * 10,
        })),
    };
    relaying(store, log, { pageSize: 6 });
    expect(await withAll(log, store)).toEqual(recorded);
    log.lose(8);
    log.lose(9);
    expect(await collect(log, store, 30, 17)).toEqual(recorded.slice(3));
  });

  test('given another goes on where the first left off, then nothing comes twice', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog({ duplicateWindowMs: 0 })];
    const recorded = await record(store, 10);
    await relaying(store, log).stop();
    relaying(store, log);
    expect(await withAll(log, store)).toEqual(recorded);
  });

  test('given four at once, then everything is there once and in order', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog({ duplicateWindowMs: 0 })];
    for (let index = 0; index < 4; index += 1) relaying(store, log, { pageSize: 3 + index });
    const recorded = [...(await record(store, 40)), ...(await record(store, 40))];
    expect(await withAll(log, store)).toEqual(recorded);
  });

  test('given the log is made anew, then it is filled from the beginning, though nothing more is recorded', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    const recorded = await record(store, 20);
    relaying(store, log);
    await withAll(log, store);
    log.recreate();
    expect(await withAll(log, store)).toEqual(recorded);
  });

  test('given the log lost its newest messages, then it gets them again', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    const recorded = await record(store, 20);
    relaying(store, log);
    await withAll(log, store);
    log.loseNewest(5);
    expect(await withAll(log, store)).toEqual(recorded);
  });

  test('given the log holds more than the record, then it says so and publishes nothing', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await record(store, 5);
    await relaying(store, log).stop();
    const restored = memoryEventStore();
    await record(restored, 2);
    const refused = await new Promise((resolve) => relaying(restored, log, { onTrouble: resolve }));
    expect(refused).toBeInstanceOf(BusAheadOfRecord);
    expect(String(refused)).toContain('up to position 5, the record only up to 2');
  });

  test.each([5, 8])(
    'given a record of %i events that was restored from a backup, then it does not publish behind five of another',
    async (count) => {
      const [store, log] = [memoryEventStore(), memoryMessageLog()];
      await record(store, 5);
      relaying(store, log);
      const before = await withAll(log, store);
      const restored = memoryEventStore();
      await record(restored, count);
      const refused = await new Promise((resolve) => relaying(restored, log, { onTrouble: resolve }));
      expect(refused).toBeInstanceOf(BusAheadOfRecord);
      expect(String(refused)).toMatch(/another event at position 5 than the record: .* Delete the stream, and/);
      expect(await idsOn(log)).toEqual(before);
    },
  );

  test('given the stream is then deleted, then it is filled from the record', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await record(store, 5);
    await relaying(store, log).stop();
    const restored = memoryEventStore();
    const recorded = await record(restored, 8);
    await new Promise((resolve) => relaying(restored, log, { onTrouble: resolve }));
    log.recreate();
    expect(await withAll(log, restored)).toEqual(recorded);
  });
});

describe('the relay in trouble', () => {
  /** Fails every second call in one of the two ways: before anything happened, or after. */
  const unreliable = (log: MessageLog): MessageLog => {
    let calls = 0;
    return {
      ...log,
      async publish(message, expected) {
        calls += 1;
        if (calls % 4 === 1) throw new BusUnavailable('The bus is away');
        const result = await log.publish(message, expected);
        if (calls % 4 === 3) throw new BusUnavailable('The answer was lost');
        return result;
      },
    };
  };

  test('given every second message fails, some of them after they were taken, then all are there once', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog({ duplicateWindowMs: 0 })];
    const recorded = await record(store, 60);
    const troubles: unknown[] = [];
    relaying(store, unreliable(log), { pageSize: 5, onTrouble: (error) => troubles.push(error) });
    expect(await withAll(log, store)).toEqual(recorded);
    expect(troubles.length).toBeGreaterThan(0);
  });

  test('it waits twice as long after each failure, with chance in it, up to a limit', async () => {
    const waits: number[] = [];
    const stopping = new AbortController();
    const timing: Timing = {
      after(ms, call) {
        waits.push(ms);
        if (waits.length === 6) stopping.abort();
        return hasty.after(0, call);
      },
      random: () => (waits.length % 2 ? 0 : 0.999_999),
    };
    const store = {
      ...memoryEventStore(),
      readAll: () => Promise.reject(new StoreUnavailable('The store is away')),
    };
    const backOff = { firstMs: 100, mostMs: 1_000 };
    await runRelay({ store, log: memoryMessageLog(), timing, signal: stopping.signal, backOff });
    expect(waits.map(Math.round)).toEqual([50, 200, 200, 800, 500, 1_000]);
  });

  test('given the bus answers slowly, then no more than one page is read and on its way', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await record(store, 100);
    let [underWay, most] = [0, 0];
    const slow: MessageLog = {
      ...log,
      async publish(message, expected) {
        underWay += 1;
        most = Math.max(most, underWay);
        const result = await log.publish(message, expected);
        await new Promise(setImmediate);
        underWay -= 1;
        return result;
      },
    };
    relaying(store, slow, { pageSize: 8 });
    await withAll(log, store);
    expect(most).toBe(8);
  });

  test('called off while the bus does not answer, it ends with the answer', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await record(store, 1);
    const stopping = new AbortController();
    const asked: MessageLog = {
      ...log,
      async publish(message, expected) {
        stopping.abort();
        return log.publish(message, expected);
      },
    };
    await expect(runRelay({ store, log: asked, timing: hasty, signal: stopping.signal })).resolves.toBeUndefined();
  });
});

describe('a feed behind the relay', () => {
  test('given messages were lost from the middle and from the beginning, then the store gives them', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    const recorded = await record(store, 30);
    relaying(store, log);
    await withAll(log, store);
    for (const sequence of [1, 2, 3, 4, 5, 6, 9, 17, 18]) log.lose(sequence);
    expect(await collect(log, store, 0, 30)).toEqual(recorded);
  });

  test('given messages come twice and in any order, then each event comes once and in order', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    const recorded = await record(store, 30);
    relaying(store, log);
    await withAll(log, store);
    const disorderly: MessageLog = {
      ...log,
      read: async (from, limit) => {
        const messages = await log.read(from, limit);
        return [...messages.toReversed(), ...(await log.read(1, 3)), ...messages];
      },
    };
    expect(await collect(disorderly, store, 0, 30)).toEqual(recorded);
  });

  test('given the log is made anew while it is followed, then it goes on where it was', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await record(store, 10);
    relaying(store, log);
    const stopping = new AbortController();
    const delivered: string[] = [];
    const handle = async ({ events }: FeedBatch) => {
      delivered.push(...events.map(({ eventId }) => eventId));
      if (delivered.length === 10) {
        log.recreate();
        await record(store, 5);
      }
      if (delivered.length === 15) stopping.abort();
    };
    await logFeed({ log, store, timing: hasty }).follow({ after: 0, batchSize: 3, signal: stopping.signal, handle });
    expect(delivered).toHaveLength(15);
    expect(new Set(delivered)).toHaveLength(15);
  });

  test('given the log is made anew and is shorter than before, then it finds its place in the new one', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog({ duplicateWindowMs: 0 })];
    await record(store, 10);
    relaying(store, log);
    await withAll(log, store);
    log.purge();
    await withAll(log, store);
    const stopping = new AbortController();
    const delivered: number[] = [];
    let numberedUpTo = 0;
    const handle = async ({ events }: FeedBatch) => {
      delivered.push(...events.map(({ position }) => position));
      if (delivered.length === 10) {
        numberedUpTo = (await log.end()).lastSequence;
        log.recreate();
        await record(store, 1);
      }
      if (delivered.length === 11) stopping.abort();
    };
    await logFeed({ log, store, timing: hasty }).follow({ after: 0, batchSize: 10, signal: stopping.signal, handle });
    expect(delivered).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(numberedUpTo).toBe(20);
  });

  test('given a message that nobody can read, then the store gives its event', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    const recorded = await record(store, 6);
    relaying(store, log);
    await withAll(log, store);
    const garbled: MessageLog = {
      ...log,
      read: async (from, limit) =>
        (await log.read(from, limit)).map((message) => (message.sequence === 3 ? { ...message, body: '{' } : message)),
    };
    expect(await collect(garbled, store, 0, 6)).toEqual(recorded);
  });

  test('given a thousand messages, then it finds its place in a few steps', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    const recorded = await record(store, 1_000);
    relaying(store, log);
    await withAll(log, store);
    let looked = 0;
    const observed: MessageLog = {
      ...log,
      read(from, limit) {
        if (limit === 1) looked += 1;
        return log.read(from, limit);
      },
    };
    expect(await collect(observed, store, 700, 300)).toEqual(recorded.slice(700));
    expect(looked).toBeLessThanOrEqual(10);
  });
});
