import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, StoreUnavailable } from '@demarche/event-store';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { afterAll, expect, test } from 'vitest';
import { type FeedUnderContract, feedContract } from '../../feed.contract.ts';
import { hastyTiming } from '../../spec-kit/hasty-timing.ts';
import type { Timing } from '../../timing.ts';
import { storeFeed } from './store-feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const recordInto = async (store: EventStore, count: number) => {
  const stream = exampleStream();
  const events = Array.from({ length: count }, (_, index) => exampleEvent({ index }));
  for (const [index, event] of events.entries())
    await store.append(stream, [event], index === 0 ? 'no-stream' : index - 1);
  return events.map(({ eventId }) => eventId);
};
const over = (store: EventStore): FeedUnderContract => ({
  feed: storeFeed({ log: store }),
  record: (count) => recordInto(store, count),
  close: () => store.close(),
});

let opened = 0;
const newFile = () => {
  opened += 1;
  return join(folder, `${opened}.db`);
};

feedContract('A feed from the memory store', async () => over(memoryEventStore()));
feedContract('A feed from the SQLite store', async () => over(sqliteEventStore({ file: newFile() })));
feedContract('A feed from a file that another connection writes', async () => {
  const file = newFile();
  const [writing, reading] = [sqliteEventStore({ file }), sqliteEventStore({ file, lookForOthersEveryMs: 2 })];
  const close = async () => {
    await writing.close();
    await reading.close();
  };
  return { feed: storeFeed({ log: reading }), record: (count) => recordInto(writing, count), close };
});

/** Counts how far the feed reads ahead of its handler, and fails where it is told to. */
const observed = (store: EventStore) => {
  const reads: number[] = [];
  let failures = 0;
  const log: Pick<EventStore, 'readAll' | 'idAt' | 'head' | 'onAppended'> = {
    idAt: (position) => store.idAt(position),
    head: () => store.head(),
    onAppended: (listener) => store.onAppended(listener),
    async readAll(after, limit) {
      if (failures > 0) {
        failures -= 1;
        throw new StoreUnavailable('The store is away');
      }
      reads.push(after);
      return store.readAll(after, limit);
    },
  };
  return {
    log,
    reads,
    failNext(times: number) {
      failures = times;
    },
  };
};

test('a slow handler holds the feed back: at most one batch is read ahead of it', async () => {
  const store = memoryEventStore();
  await recordInto(store, 40);
  const { log, reads } = observed(store);
  const stopping = new AbortController();
  const ahead: number[] = [];
  let handled = 0;
  await storeFeed({ log }).follow({
    after: 0,
    batchSize: 4,
    signal: stopping.signal,
    handle: async ({ events }) => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      handled += 1;
      ahead.push(reads.length - handled);
      if ((events.at(-1)?.position ?? 0) >= 40) stopping.abort();
    },
  });
  expect(handled).toBe(10);
  expect(Math.max(...ahead)).toBe(1);
});

test('given the store cannot be read for a while, then it says so, waits and goes on where it was', async () => {
  const store = memoryEventStore();
  const recorded = await recordInto(store, 6);
  const { log, failNext } = observed(store);
  const lost: unknown[] = [];
  const stopping = new AbortController();
  const delivered: string[] = [];
  const { timing, waits } = hastyTiming();
  await storeFeed({ log, timing, retryAfterMs: 3_600_000, onSourceLost: (error) => lost.push(error) }).follow({
    after: 0,
    batchSize: 2,
    signal: stopping.signal,
    handle: async ({ events }) => {
      delivered.push(...events.map(({ eventId }) => eventId));
      if (delivered.length === 2) failNext(3);
      if (delivered.length === 6) stopping.abort();
    },
  });
  expect(delivered).toEqual(recorded);
  expect(lost).toHaveLength(3);
  expect(lost[0]).toBeInstanceOf(StoreUnavailable);
  expect(waits).toEqual([3_600_000, 3_600_000, 3_600_000]);
});

test('given the store is away, when it is called off, then it ends at once', async () => {
  const { log, failNext } = observed(memoryEventStore());
  failNext(1);
  const stopping = new AbortController();
  const feed = storeFeed({ log, retryAfterMs: 3_600_000, onSourceLost: () => stopping.abort() });
  await expect(
    feed.follow({ after: 0, batchSize: 1, signal: stopping.signal, handle: async () => {} }),
  ).resolves.toBeUndefined();
});

test('the more came at once, the longer the next may gather, up to a limit', async () => {
  const store = memoryEventStore();
  await recordInto(store, 1);
  const stopping = new AbortController();
  const { timing, waits } = hastyTiming();
  const more = [3, 40, 1];
  await storeFeed({ log: store, timing }).follow({
    after: 0,
    batchSize: 100,
    signal: stopping.signal,
    async handle() {
      const count = more.shift();
      if (count === undefined) stopping.abort();
      else await recordInto(store, count);
    },
  });
  expect(waits).toEqual([3, 10]);
});

test('given it has caught up, then it asks again when something is appended, and not before', async () => {
  const store = memoryEventStore();
  const { log, reads } = observed(store);
  const stopping = new AbortController();
  const { timing, waits } = hastyTiming();
  const handle = async () => stopping.abort();
  const following = storeFeed({ log, timing }).follow({ after: 0, batchSize: 10, signal: stopping.signal, handle });
  await new Promise(setImmediate);
  await recordInto(store, 1);
  await following;
  expect([waits, reads]).toEqual([[], [0, 0]]);
});

test('called off once it has caught up, it ends at once', async () => {
  const stopping = new AbortController();
  const feed = storeFeed({ log: memoryEventStore() });
  const following = feed.follow({ after: 0, batchSize: 10, signal: stopping.signal, handle: async () => {} });
  await new Promise(setImmediate);
  stopping.abort();
  await expect(following).resolves.toBeUndefined();
});

test('called off while more may gather, it ends at once', async () => {
  const store = memoryEventStore();
  await recordInto(store, 2);
  const stopping = new AbortController();
  const after: Timing['after'] = () => {
    queueMicrotask(() => stopping.abort());
    return () => {};
  };
  const feed = storeFeed({ log: store, timing: { after, random: () => 0 } });
  const handle = async () => {};
  await expect(feed.follow({ after: 0, batchSize: 10, signal: stopping.signal, handle })).resolves.toBeUndefined();
});

test('called off, it asks the store nothing more, which may be closed by then', async () => {
  const store = memoryEventStore();
  await recordInto(store, 1);
  const { log, reads } = observed(store);
  const stopping = new AbortController();
  const handle = async () => stopping.abort();
  await storeFeed({ log }).follow({ after: 0, batchSize: 10, signal: stopping.signal, handle });
  expect(reads).toEqual([0]);
});

test('while it catches up, other work of the process gets its turn', async () => {
  const store = memoryEventStore();
  await recordInto(store, 50);
  const stopping = new AbortController();
  const turns: string[] = [];
  setImmediate(() => turns.push('another request'));
  await storeFeed({ log: store }).follow({
    after: 0,
    batchSize: 1,
    signal: stopping.signal,
    handle: async ({ events }) => {
      turns.push('batch');
      if (events.at(-1)?.position === 50) stopping.abort();
    },
  });
  expect(turns.slice(0, 5)).toContain('another request');
});

test('given it is called off while a page is read, then that page is not delivered', async () => {
  const store = memoryEventStore();
  await recordInto(store, 2);
  const stopping = new AbortController();
  const log = {
    ...observed(store).log,
    async readAll(after: number, limit: number) {
      const page = await store.readAll(after, limit);
      stopping.abort();
      return page;
    },
  };
  let batches = 0;
  const handle = async () => {
    batches += 1;
  };
  await storeFeed({ log }).follow({ after: 0, batchSize: 1, signal: stopping.signal, handle });
  expect(batches).toBe(0);
});

test('however many events are wanted at a time, a batch of large ones is no larger than a page may be', async () => {
  const MiB = 1_024 * 1_024;
  const store = memoryEventStore();
  const large = { note: 'x'.repeat(MiB / 10) };
  for (let index = 0; index < 250; index += 1) await store.append(exampleStream(), [exampleEvent(large)], 'no-stream');
  const stopping = new AbortController();
  const batches: number[] = [];
  await storeFeed({ log: store }).follow({
    after: 0,
    batchSize: 5_000,
    signal: stopping.signal,
    handle: async (batch) => {
      batches.push(JSON.stringify(batch.events).length / MiB);
      if (batch.events.at(-1)?.position === 250) stopping.abort();
    },
  });
  expect(Math.max(...batches)).toBeLessThan(8.1);
  expect(batches.filter((size) => size > 7)).toHaveLength(2);
});
