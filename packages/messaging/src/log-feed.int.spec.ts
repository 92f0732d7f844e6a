import type { EventStore } from '@demarche/event-store';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { expect, test } from 'vitest';
import { memoryMessageLog } from './adapters/in-process/memory-message-log.ts';
import { systemTiming } from './adapters/in-process/system-timing.ts';
import { messageOf } from './event-message.ts';
import { feedContract } from './feed.contract.ts';
import type { FeedBatch } from './feed.ts';
import { logFeed } from './log-feed.ts';
import { BusUnavailable, type MessageLog } from './message-log.ts';
import type { Timing } from './timing.ts';

/** Records events and publishes each at once, as a relay would. */
const recordAndPublish = async (store: EventStore, log: MessageLog, count: number): Promise<readonly string[]> => {
  const stream = exampleStream();
  const events = Array.from({ length: count }, (_, index) => exampleEvent({ index }));
  for (const [index, event] of events.entries()) {
    const { position, lastSequence } = await log.end();
    await store.append(stream, [event], index === 0 ? 'no-stream' : index - 1);
    for (const recorded of await store.readAll(position, 1))
      await log.publish(messageOf(recorded, position), lastSequence);
  }
  return events.map(({ eventId }) => eventId);
};

feedContract('A feed from a log', async () => {
  const [store, log] = [memoryEventStore(), memoryMessageLog()];
  return {
    feed: logFeed({ log, store, timing: systemTiming }),
    record: (count) => recordAndPublish(store, log, count),
    close: () => store.close(),
  };
});

/** Time that passes as fast as it is waited for, and what was waited for. */
const hasty = () => {
  const waits: number[] = [];
  const timing: Timing = {
    after(ms, call) {
      waits.push(ms);
      const turn = setImmediate(call);
      return () => clearImmediate(turn);
    },
    random: () => 0,
  };
  return { timing, waits };
};

test('given the bus cannot be read for a while, then it says so, waits longer each time and goes on where it was', async () => {
  const [store, log] = [memoryEventStore(), memoryMessageLog()];
  const recorded = await recordAndPublish(store, log, 6);
  const { timing, waits } = hasty();
  const stopping = new AbortController();
  const [delivered, lost]: [string[], unknown[]] = [[], []];
  let failures = 0;
  const away: MessageLog = {
    ...log,
    read(from, limit) {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new BusUnavailable('The bus is away')) : log.read(from, limit);
    },
  };
  const handle = async ({ events }: FeedBatch) => {
    delivered.push(...events.map(({ eventId }) => eventId));
    if (delivered.length === 2) failures = 3;
    if (delivered.length === 6) stopping.abort();
  };
  const feed = logFeed({ log: away, store, timing, onSourceLost: (error) => lost.push(error) });
  await feed.follow({ after: 0, batchSize: 2, signal: stopping.signal, handle });
  expect(delivered).toEqual(recorded);
  expect(lost).toHaveLength(3);
  expect(waits).toEqual([100, 200, 400]);
});

test('given the bus names what the record does not hold, then nothing is delivered in its place', async () => {
  const [store, log] = [memoryEventStore(), memoryMessageLog()];
  await recordAndPublish(store, log, 3);
  const [last] = await log.read(3, 1);
  if (last) await log.publish({ ...last, messageId: 'another', position: 9, previousPosition: 8 }, 3);
  const { timing } = hasty();
  const stopping = new AbortController();
  const delivered: number[] = [];
  const lost = new Promise((resolve) => {
    const handle = async ({ events }: FeedBatch) => void delivered.push(...events.map(({ position }) => position));
    const onSourceLost = (error: unknown) => {
      stopping.abort();
      resolve(error);
    };
    void logFeed({ log, store, timing, onSourceLost }).follow({
      after: 0,
      batchSize: 9,
      signal: stopping.signal,
      handle,
    });
  });
  expect(String(await lost)).toContain('names position 8, after 3 there is none');
  expect(delivered).toEqual([1, 2, 3]);
});
