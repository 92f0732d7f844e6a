import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { memoryMessageLog } from '@demarche/messaging/in-process';
import { describe, expect, test } from 'vitest';
import { pageOfMessages } from './page-of-messages.ts';
import { publishInOrder } from './publish-in-order.ts';

const START = { lastSequence: 0, position: 0 };

describe('two events, published', () => {
  /** How to publish them behind a place, and the log that takes them. */
  const begin = async () => {
    const [store, log] = [memoryEventStore(), memoryMessageLog()];
    await store.append(exampleStream(), [exampleEvent(), exampleEvent()], 'no-stream');
    const page = pageOfMessages(await store.readAll(0, 2), START);
    return { log, publish: (place = START) => publishInOrder({ log, mostBytes: 10_000 }, place, page) };
  };

  test('lead to the place behind them', async () => {
    const { log, publish } = await begin();
    expect(await publish()).toEqual({ lastSequence: 2, position: 2 });
    expect(await log.read(1, 10)).toHaveLength(2);
  });

  test('where the log does not end as it was thought to, lead nowhere', async () => {
    const { log, publish } = await begin();
    expect(await publish({ ...START, lastSequence: 1 })).toBeUndefined();
    expect(await log.read(1, 10)).toEqual([]);
  });

  test('lead nowhere where they are taken for repeats: the log need not hold them any more', async () => {
    const { log, publish } = await begin();
    await publish();
    log.purge();
    expect(await publish({ ...START, lastSequence: 2 })).toBeUndefined();
    expect(await log.read(1, 10)).toEqual([]);
  });
});
