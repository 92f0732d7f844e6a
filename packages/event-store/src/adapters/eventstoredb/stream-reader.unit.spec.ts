import { describe, expect, test } from 'vitest';
import { encodeAppend } from '../../encode-append.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { kurrentInMemory } from '../../spec-kit/kurrent-in-memory.ts';
import { seenStreams } from './seen-streams.ts';
import { storedStreams } from './stored-streams.ts';
import { streamReader } from './stream-reader.ts';

describe('of a stream of four events, all of which were seen', () => {
  const begin = async () => {
    const [server, seen, stream] = [kurrentInMemory(), seenStreams(100_000), exampleStream()];
    const read = streamReader(server.client, storedStreams(), seen);
    const events = encodeAppend(Array.from({ length: 4 }, () => exampleEvent()));
    await server.send({ stream, events, expected: 'no-stream' });
    await read(stream, 0);
    return { server, stream, read, events, known: () => seen.eventsOf(stream) };
  };

  test.each([
    [3, 0],
    [3, 3],
    [2, 0],
    [2, 1],
    [2, 3],
    [0, 0],
    [0, 3],
  ])('given %i are left of a backup, when it is read from %i on, then no others are known', async (left, from) => {
    const { server, stream, read, events, known } = await begin();
    server.restore(left);
    expect(await read(stream, from)).toMatchObject(events.slice(from, left).map(({ eventId }) => ({ eventId })));
    expect(known()).toEqual(events.slice(0, left));
  });

  test.each([
    [0, undefined],
    [4, undefined],
    [0, 1],
    [2, 1],
  ])('given all are there, when it is read from %i on, at most %s, then all are still known', async (from, atMost) => {
    const { stream, read, events, known } = await begin();
    await read(stream, from, atMost);
    expect(known()).toEqual(events);
  });
});
