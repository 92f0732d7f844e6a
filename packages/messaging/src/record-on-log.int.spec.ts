import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { expect, onTestFinished, test } from 'vitest';
import { type MemoryMessageLog, memoryMessageLog } from './adapters/in-process/memory-message-log.ts';
import { systemTiming } from './adapters/in-process/system-timing.ts';
import { messageOf } from './event-message.ts';
import { feedContract } from './feed.contract.ts';
import { logFeed } from './log-feed.ts';
import { BusUnavailable } from './message-log.ts';
import { recordOnLog } from './record-on-log.ts';

/** A centre with a record, and what its relay does. */
const centre = () => {
  const [store, log, stream] = [memoryEventStore(), memoryMessageLog(), exampleStream()];
  let recorded = 0;
  const publish = async (): Promise<void> => {
    const { position, lastSequence } = await log.end();
    let [before, sequence] = [position, lastSequence];
    for (const event of await store.readAll(position, 1_000)) {
      await log.publish(messageOf(event, before), sequence);
      [before, sequence] = [event.position, sequence + 1];
    }
  };
  const record = async (count: number): Promise<readonly string[]> => {
    const events = Array.from({ length: count }, (_, index) => exampleEvent({ index: recorded + index }));
    await store.append(stream, events, recorded === 0 ? 'no-stream' : recorded - 1);
    recorded += count;
    await publish();
    return events.map(({ eventId }) => eventId);
  };
  return { store, log, publish, record };
};

/** A site that has nothing but the log. */
const follow = (log: MemoryMessageLog) => {
  const [delivered, troubles, stopping]: [string[], unknown[], AbortController] = [[], [], new AbortController()];
  const feed = logFeed({
    log,
    store: recordOnLog(log),
    timing: systemTiming,
    backOff: { firstMs: 5, mostMs: 20 },
    lookAgainAfterMs: 20,
    onSourceLost: (error) => void troubles.push(error),
  });
  const ended = feed.follow({
    after: 0,
    batchSize: 2,
    signal: stopping.signal,
    handle: async ({ events }) => void delivered.push(...events.map(({ eventId }) => eventId)),
  });
  onTestFinished(async () => {
    stopping.abort();
    await ended;
  });
  return { feed, delivered, troubles };
};

const patience = { timeout: 20_000, interval: 5 };

feedContract('A feed from the bus alone', async () => {
  const { store, log, record } = centre();
  const feed = logFeed({ log, store: recordOnLog(log), timing: systemTiming });
  return { feed, record, close: () => store.close() };
});

test('given the bus has lost an event, then the site waits in front of it, and says so', async () => {
  const { log, record } = centre();
  const ids = await record(5);
  log.lose(3);
  const { delivered, troubles } = follow(log);
  await expect.poll(() => troubles.length, patience).toBeGreaterThan(2);
  expect(delivered).toEqual(ids.slice(0, 2));
  expect(troubles[0]).toBeInstanceOf(BusUnavailable);
  expect(String(troubles[0])).toContain('here is no record to read it from');
});

test('given the stream is made anew, then the site goes on where it waited, and takes nothing twice', async () => {
  const { log, record, publish } = centre();
  const ids = await record(5);
  log.lose(3);
  const { delivered, troubles } = follow(log);
  await expect.poll(() => troubles.length, patience).toBeGreaterThan(0);
  log.recreate();
  await publish();
  await expect.poll(() => delivered, patience).toEqual(ids);
  const later = await record(2);
  await expect.poll(() => delivered, patience).toEqual([...ids, ...later]);
});

test('how far the record goes is as far as the bus has brought it', async () => {
  const { log, store, record } = centre();
  await record(3);
  await store.append(exampleStream(), [exampleEvent({ index: 0 })], 'no-stream');
  expect(await recordOnLog(log).head()).toBe(3);
});

test('given a store that leaves positions out, then the bus tells which event stands where, and where none does', async () => {
  const log = memoryMessageLog();
  const events = [10, 20, 30].map((position, revision) => ({
    ...exampleEvent({ index: revision }),
    stream: exampleStream(),
    revision,
    position,
  }));
  for (const [index, event] of events.entries()) {
    await log.publish(messageOf(event, events[index - 1]?.position ?? 0), index);
  }
  const { idAt } = logFeed({ log, store: recordOnLog(log), timing: systemTiming });
  expect(await Promise.all([10, 20, 30].map(idAt))).toEqual(events.map(({ eventId }) => eventId));
  expect(await Promise.all([15, 21].map(idAt))).toEqual([undefined, undefined]);
});
