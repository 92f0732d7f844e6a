import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { expect, test } from 'vitest';
import { memoryMessageLog } from './adapters/in-process/memory-message-log.ts';
import { messageOf } from './event-message.ts';
import { type LogCursor, logCursor } from './log-cursor.ts';
import type { OutgoingMessage } from './message-log.ts';

/** A record of so many events, the messages that carry them, and a log that takes what it is told to. */
const begin = async (count: number) => {
  const [store, log] = [memoryEventStore(), memoryMessageLog()];
  const events = Array.from({ length: count }, () => exampleEvent());
  await store.append(exampleStream(), events, 'no-stream');
  const recorded = await store.readAll(0, count);
  const messages = recorded.map((event, index) => messageOf(event, recorded[index - 1]?.position ?? 0));
  const publish = async (published: readonly OutgoingMessage[]) => {
    for (const message of published) await log.publish(message, (await log.end()).lastSequence);
  };
  return { store, log, messages, publish };
};
const foreign = (messageId: string): OutgoingMessage => ({
  messageId,
  subject: 'demarche.foreign',
  position: 0,
  previousPosition: 0,
  body: 'not an event',
});
const positions = async (cursor: LogCursor) => (await cursor.next()).map(({ position }) => position);

test('given the log lost its newest messages, some of them of others, then what comes in their place is found', async () => {
  const { store, log, messages, publish } = await begin(4);
  const cursor = logCursor({ log, store, after: 0, batchSize: 10 });
  await publish(messages.slice(0, 2));
  expect(await positions(cursor)).toEqual([1, 2]);
  await publish([foreign('one'), foreign('two'), ...messages.slice(2, 3)]);
  expect(await positions(cursor)).toEqual([3]);
  log.loseNewest(3);
  await publish(messages.slice(2));
  expect((await log.end()).lastSequence).toBe(4);
  expect(await positions(cursor)).toEqual([4]);
});

test('given the bus lost much, then large events come from the record in pages of so many bytes', async () => {
  const [store, log] = [memoryEventStore(), memoryMessageLog()];
  const large = { note: 'x'.repeat(250_000) };
  for (let index = 0; index < 80; index += 1) await store.append(exampleStream(), [exampleEvent(large)], 'no-stream');
  for (const last of await store.readAll(79, 1)) await log.publish(messageOf(last, 79), 0);
  const cursor = logCursor({ log, store, after: 0, batchSize: 5_000 });
  const pages: number[] = [];
  while (pages.reduce((all, page) => all + page, 0) < 80) pages.push((await cursor.next()).length);
  expect(pages).toEqual([25, 33, 21, 1]);
});
