import { expect, test } from 'vitest';
import { readEvents, type StreamEvent } from './read-events.ts';

const stream = (pieces: readonly string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });

const all = async (pieces: readonly string[]): Promise<StreamEvent[]> => {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(stream(pieces))) events.push(event);
  return events;
};

test('given a message cut anywhere, then it is read whole', async () => {
  const text = ':\n\nevent: next\ndata: {"position":7}\n\nevent: complete\ndata:\n\n';
  const expected = [
    { name: 'next', data: { position: 7 } },
    { name: 'complete', data: null },
  ];
  for (let cut = 0; cut <= text.length; cut += 1) {
    expect(await all([text.slice(0, cut), text.slice(cut)])).toEqual(expected);
  }
});

test('given a heartbeat or a torn message, then nothing is told', async () => {
  expect(await all([':\n\n:\n\nevent: next\ndata: {"posi'])).toEqual([]);
});
