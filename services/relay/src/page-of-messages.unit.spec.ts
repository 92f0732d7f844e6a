import type { RecordedEvent } from '@demarche/contracts';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import type { OutgoingMessage } from '@demarche/messaging';
import { describe, expect, test } from 'vitest';
import { bytesOf, inPortions, pageOfMessages } from './page-of-messages.ts';

const recorded = async (count: number): Promise<readonly RecordedEvent[]> => {
  const store = memoryEventStore();
  const events = Array.from({ length: count }, (_, index) => exampleEvent({ index }));
  await store.append(exampleStream(), events, 'no-stream');
  return store.readAll(0, count);
};

const ofSize = (bytes: number): OutgoingMessage => ({
  messageId: String(bytes),
  subject: 'demarche.recommendation.PaceNoted.XKD',
  position: 1,
  previousPosition: 0,
  body: 'x'.repeat(bytes),
});

/** The sizes of the messages in each portion. */
const portions = (sizes: readonly number[], mostBytes: number) =>
  [...inPortions(sizes.map(ofSize), mostBytes)].map((portion) => portion.map(bytesOf));

describe('a page of messages', () => {
  test('holds one for each event, behind the one before, the first behind the place', async () => {
    const events = (await recorded(6)).filter(({ position }) => position === 2 || position > 3);
    const { messages } = pageOfMessages(events, { position: 1, lastSequence: 40 });
    expect(messages.map(({ previousPosition, position }) => [previousPosition, position])).toEqual([
      [1, 2],
      [2, 4],
      [4, 5],
      [5, 6],
    ]);
    expect(messages.map(({ messageId }) => messageId)).toEqual(events.map(({ eventId }) => eventId));
  });
});

describe('what is on its way at a time', () => {
  test('holds as much as is allowed, to the byte, in order', () => {
    expect(portions([400, 300, 300, 1, 999, 2], 1_000)).toEqual([[400, 300, 300], [1, 999], [2]]);
  });

  test('is a message that is too large alone, with nothing before or behind it', () => {
    expect(portions([10, 5_000, 20, 30], 1_000)).toEqual([[10], [5_000], [20, 30]]);
    expect(portions([5_000], 1_000)).toEqual([[5_000]]);
    expect(portions([5_000, 6_000], 1_000)).toEqual([[5_000], [6_000]]);
  });

  test('is counted in bytes as they are sent, and not in letters', () => {
    const accented = { ...ofSize(0), body: 'é'.repeat(300) };
    expect([...inPortions([accented, accented], 1_000)]).toHaveLength(2);
    expect([...inPortions([accented, accented], 1_200)]).toHaveLength(1);
  });

  test('is nothing where there is nothing to send', () => {
    expect(portions([], 1_000)).toEqual([]);
  });
});
