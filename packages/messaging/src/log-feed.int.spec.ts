import type { RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { describe, expect, test } from 'vitest';
import { memoryMessageLog } from './adapters/in-process/memory-message-log.ts';
import { systemTiming } from './adapters/in-process/system-timing.ts';
import { messageOf } from './event-message.ts';
import { feedContract } from './feed.contract.ts';
import type { FeedBatch } from './feed.ts';
import { logFeed } from './log-feed.ts';
import { BusUnavailable, type LoggedMessage, type MessageLog } from './message-log.ts';
import { hastyTiming } from './spec-kit/hasty-timing.ts';

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

test('given the bus cannot be read for a while, then it says so, waits longer each time and goes on where it was', async () => {
  const [store, log] = [memoryEventStore(), memoryMessageLog()];
  const recorded = await recordAndPublish(store, log, 6);
  const { timing, waits } = hastyTiming();
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
  expect(waits.filter((ms) => ms > 0)).toEqual([100, 200, 400]);
});

test('given the bus names what the record does not hold, then nothing is delivered in its place', async () => {
  const [store, log] = [memoryEventStore(), memoryMessageLog()];
  await recordAndPublish(store, log, 3);
  const [last] = await log.read(3, 1);
  if (last) await log.publish({ ...last, messageId: 'another', position: 9, previousPosition: 8 }, 3);
  const { timing } = hastyTiming();
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

test.each([
  ['as the first', [10, 25, 35], 30, []],
  ['behind others', [30, 32, 35], 30, [32]],
])(
  'given the bus holds an event, %s of what comes, behind one that was never given out, then it is not taken',
  async (_, positions, after, expected) => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await store.append(exampleStream(), [exampleEvent()], 'no-stream');
    const [event] = await store.readAll(0, 1);
    // The last of another record: there 25 stands before it, and neither 30 nor 32.
    const behind = new Map([[35, 25]]);
    for (const [index, position] of positions.entries()) {
      const message = messageOf({ ...(event as RecordedEvent), position }, positions[index - 1] ?? 0);
      const previousPosition = behind.get(position) ?? message.previousPosition;
      await log.publish({ ...message, messageId: `${position}`, previousPosition }, index);
    }
    const stopping = new AbortController();
    const delivered: number[] = [];
    const lost = Promise.withResolvers<unknown>();
    const feed = logFeed({ log, store, timing: hastyTiming().timing, onSourceLost: lost.resolve });
    const handle = async ({ events }: FeedBatch) => void delivered.push(...events.map(({ position }) => position));
    const following = feed.follow({ after, batchSize: 9, signal: stopping.signal, handle });
    expect(String(await lost.promise)).toContain('position 35 behind that at 25');
    stopping.abort();
    await following;
    expect(delivered).toEqual(expected);
  },
);

describe('one page is read ahead while another is handled', () => {
  const FULL = 2;
  const turns = async (count = 20) => {
    for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
  };
  /** A log of six events whose pages are read as a specification says; and what happened, in order. */
  const paged = async (
    answer: (page: number, read: () => Promise<readonly LoggedMessage[]>) => Promise<readonly LoggedMessage[]>,
  ) => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await recordAndPublish(store, log, 6);
    const happened: string[] = [];
    const stopping = new AbortController();
    let pages = 0;
    const read: MessageLog['read'] = (from, limit) => {
      if (limit < FULL) return log.read(from, limit);
      pages += 1;
      happened.push(`page ${pages} asked for`);
      return answer(pages, () => log.read(from, limit));
    };
    const { timing } = hastyTiming();
    const onSourceLost = (error: unknown) => void happened.push(String(error));
    const feed = logFeed({ log: { ...log, read }, store, timing, onSourceLost });
    const follow = (handle: (batch: FeedBatch) => Promise<void>) =>
      feed.follow({ after: 0, batchSize: FULL, signal: stopping.signal, handle });
    return { happened, stopping, follow };
  };
  const named = ({ events }: FeedBatch) => `handled ${events.map(({ position }) => position).join(', ')}`;

  test('and never a second one', async () => {
    const { happened, stopping, follow } = await paged((_, read) => read());
    const gate = Promise.withResolvers<void>();
    const following = follow(async (batch) => {
      await gate.promise;
      happened.push(named(batch));
      if (happened.includes('handled 5, 6')) stopping.abort();
    });
    await turns();
    expect(happened).toEqual(['page 1 asked for', 'page 2 asked for']);
    gate.resolve();
    await following;
    expect(happened.slice(2, 6)).toEqual(['handled 1, 2', 'page 3 asked for', 'handled 3, 4', 'page 4 asked for']);
  });

  test('where there may be more: whoever has caught up asks for none while it handles', async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await recordAndPublish(store, log, 3);
    const { timing } = hastyTiming();
    const stopping = new AbortController();
    const asked: number[] = [];
    const read: MessageLog['read'] = (from, limit) => {
      asked.push(from);
      return log.read(from, limit);
    };
    const handle = async () => {
      await turns();
      stopping.abort();
    };
    await logFeed({ log: { ...log, read }, store, timing }).follow({
      after: 0,
      batchSize: 10,
      signal: stopping.signal,
      handle,
    });
    expect(asked.at(-1)).toBe(1);
  });

  test('what goes wrong with it is told in its turn, and the same page is asked for again', async () => {
    const { happened, stopping, follow } = await paged((page, read) =>
      page === 2 ? Promise.reject(new BusUnavailable('The bus is away')) : read(),
    );
    await follow(async (batch) => {
      await turns();
      happened.push(named(batch));
      if (happened.at(-1) === 'handled 5, 6') stopping.abort();
    });
    expect(happened).toEqual([
      'page 1 asked for',
      'page 2 asked for',
      'handled 1, 2',
      'BusUnavailable: The bus is away',
      'page 3 asked for',
      'page 4 asked for',
      'handled 3, 4',
      'page 5 asked for',
      'handled 5, 6',
    ]);
  });

  test.each(['is late', 'fails'])(
    'given it %s when the feed is called off, then nobody waits for it or hears of it',
    async (how) => {
      const late = Promise.withResolvers<readonly LoggedMessage[]>();
      const { happened, stopping, follow } = await paged((page, read) => (page === 2 ? late.promise : read()));
      await follow(async (batch) => {
        happened.push(named(batch));
        stopping.abort();
        if (how === 'fails') late.reject(new BusUnavailable('The bus is closed'));
      });
      late.resolve([]);
      await turns();
      expect(happened).toEqual(['page 1 asked for', 'page 2 asked for', 'handled 1, 2']);
    },
  );

  test('given the feed is called off while a page is asked for that then fails, then nobody hears of it', async () => {
    const late = Promise.withResolvers<readonly LoggedMessage[]>();
    const { happened, stopping, follow } = await paged(() => late.promise);
    const following = follow(async (batch) => void happened.push(named(batch)));
    await turns();
    stopping.abort();
    late.reject(new BusUnavailable('The bus is closed'));
    await following;
    expect(happened).toEqual(['page 1 asked for']);
  });

  test('given a page cannot be handled and the one behind it not be read, then the first fault comes out', async () => {
    const { happened, follow } = await paged((page, read) =>
      page === 2 ? Promise.reject(new BusUnavailable('The bus is away')) : read(),
    );
    const handle = () => Promise.reject(new Error('The disk is full'));
    await expect(follow(handle)).rejects.toThrow('The disk is full');
    await turns();
    expect(happened).toEqual(['page 1 asked for', 'page 2 asked for']);
  });
});
