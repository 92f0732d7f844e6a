import type { EventStore } from '@demarche/event-store';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { expect, test } from 'vitest';
import { recordPages } from './record-pages.ts';

const limits = { mostEvents: 60, mostBytes: 100_000 };

const small = (count: number) => Array.from({ length: count }, () => 10);
const large = (count: number) => Array.from({ length: count }, () => 10_000);

const recordOf = async (noteLengths: readonly number[]): Promise<EventStore> => {
  const store = memoryEventStore();
  const events = noteLengths.map((length, index) => exampleEvent({ index, note: 'x'.repeat(length) }));
  await store.append(exampleStream(), events, 'no-stream');
  return store;
};

/** How many events each page has, until one that is not full. */
const pagesOf = async (store: EventStore): Promise<readonly number[]> => {
  const read = recordPages(store, limits);
  const lengths: number[] = [];
  for (let [after, more] = [0, true]; more; ) {
    const { events, isFull } = await read(after);
    [after, more] = [events.at(-1)?.position ?? after, isFull];
    lengths.push(events.length);
  }
  return lengths;
};

test('small events come in pages of as many as are wanted, after a first few', async () => {
  expect(await pagesOf(await recordOf(small(200)))).toEqual([25, 50, 60, 60, 5]);
});

test('large events come in pages of as many bytes as are wanted, after a first few', async () => {
  expect(await pagesOf(await recordOf(large(50)))).toEqual([25, 9, 9, 7]);
});

test('once they are small again, pages grow again', async () => {
  expect(await pagesOf(await recordOf([...large(30), ...small(100)]))).toEqual([25, 9, 17, 34, 45]);
});

test('nothing on record is a page that is not full', async () => {
  expect(await recordPages(memoryEventStore(), limits)(0)).toEqual({ events: [], isFull: false });
});
