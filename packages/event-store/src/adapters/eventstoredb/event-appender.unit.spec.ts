import { describe, expect, test } from 'vitest';
import { encodeAppend } from '../../encode-append.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { kurrentInMemory } from '../../spec-kit/kurrent-in-memory.ts';
import { eventAppender } from './event-appender.ts';
import { seenStreams } from './seen-streams.ts';
import { storedStreams } from './stored-streams.ts';
import { streamReader } from './stream-reader.ts';

/** Appends to one stream of a server. */
const begin = () => {
  const [server, seen, stream] = [kurrentInMemory(), seenStreams(10_000), exampleStream()];
  const read = streamReader(server.client, storedStreams(), seen);
  const { append, appendUnread } = eventAppender({ send: server.send, seen, newest: { learn() {} }, read });
  return { server, stream, append, appendUnread, count: async () => (await read(stream, 0)).length };
};
const oneEvent = () => encodeAppend([exampleEvent()]);

describe('an append that the server gave up on', () => {
  const whether = [
    ['before it is written', 0],
    ['once it is written', 1],
  ] as const;

  test.each(whether)('%s is no fault where the stream is read next', async (when, landed) => {
    const { server, stream, appendUnread, count } = begin();
    server.giveUpOnNext(when);
    const answer = await appendUnread({ stream, events: oneEvent(), expected: 'no-stream' });
    expect(answer).toEqual({ outcome: 'overtaken' });
    expect(await count()).toBe(landed);
  });

  test('before it is written is one where nothing is read any more', async () => {
    const { server, stream, append, count } = begin();
    server.giveUpOnNext('before it is written');
    await expect(append({ stream, events: oneEvent(), expected: 'no-stream' })).rejects.toMatchObject({
      type: 'deadline-exceeded',
    });
    expect(await count()).toBe(0);
  });

  test('once it is written is answered as one that went well', async () => {
    const { server, stream, append, count } = begin();
    server.giveUpOnNext('once it is written');
    const answer = await append({ stream, events: oneEvent(), expected: 'no-stream' });
    expect(answer).toEqual({ outcome: 'appended', revision: 0, position: 0 });
    expect(await count()).toBe(1);
  });
});

test('given the server was restored from a backup, when what it lost is told it again, then it is recorded again', async () => {
  const { server, stream, append, count } = begin();
  const lost = oneEvent();
  await append({ stream, events: oneEvent(), expected: 'no-stream' });
  await append({ stream, events: lost, expected: 0 });
  server.restore(1);
  expect(await append({ stream, events: lost, expected: 0 })).toMatchObject({ outcome: 'appended', revision: 1 });
  expect(await count()).toBe(2);
});
