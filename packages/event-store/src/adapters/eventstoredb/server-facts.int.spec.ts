import { EventStoreDBClient, type RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { MAX_APPEND_BYTES } from '../../encode-append.ts';
import type { EventStore, NewEvent } from '../../event-store.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { describeWithKurrent, newNamespace } from '../../spec-kit/kurrent-for-specs.ts';
import { eventStoreDbEventStore } from './event-store-db-event-store.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What this server was seen to do where the port promises something else, or more. */
describeWithKurrent('KurrentDB, as it is', (server) => {
  const open = (namespace = newNamespace()) => {
    const store = eventStoreDbEventStore({ connectionString: server().connectionString, namespace, timeoutMs: 15_000 });
    onTestFinished(() => store.close());
    return Object.assign(store, { namespace });
  };
  /** The same place, by a process that has seen nothing of it yet. */
  const anew = ({ namespace }: { namespace: string }) => open(namespace);
  const streamOf = async (store: EventStore, count: number) => {
    const stream = exampleStream();
    const written = Array.from({ length: count }, (_, index) => exampleEvent({ index }));
    for (const [index, event] of written.entries()) {
      await store.append(stream, [event], index === 0 ? 'no-stream' : index - 1);
    }
    return { stream, written };
  };
  const withClient = async <Answer>(work: (client: EventStoreDBClient) => Promise<Answer>): Promise<Answer> => {
    const client = EventStoreDBClient.connectionString(server().connectionString);
    try {
      return await work(client);
    } finally {
      await client.dispose();
    }
  };
  const asStored = (name: string): Promise<StoredEvent[]> =>
    withClient(async (client) => {
      const events: StoredEvent[] = [];
      for await (const { event } of client.readStream(name)) if (event) events.push(event);
      return events;
    });

  describe('an id that it would write again', () => {
    test.each([1, 2, 7])(
      'given it stands in a stream of %i, when another process appends it at the end, then it is a conflict',
      async (count) => {
        const store = open();
        const { stream, written } = await streamOf(store, count);
        const last = count - 1;
        for (const event of written) {
          expect(await anew(store).append(stream, [event], last)).toEqual({ outcome: 'conflict', actual: last });
        }
        expect(await store.readStream(stream)).toHaveLength(count);
      },
    );

    test('given it stands in a stream that went on elsewhere, then it is a conflict all the same', async () => {
      const store = open();
      const { stream, written } = await streamOf(store, 3);
      const other = anew(store);
      await other.readStream(stream);
      const later = exampleEvent();
      await store.append(stream, [later], 2);
      expect(await other.append(stream, [later], 3)).toEqual({ outcome: 'conflict', actual: 3 });
      expect(await other.append(stream, written.slice(0, 1), 3)).toEqual({ outcome: 'conflict', actual: 3 });
    });
  });

  describe('other data under a known id, which it takes for a repeat', () => {
    const another = ({ eventId }: NewEvent) => exampleEvent({ note: 'something else' }, eventId);

    test.each([0, 3])('given %i events before it, by another process, then it is a conflict', async (before) => {
      const store = open();
      const { stream, written } = await streamOf(store, before + 1);
      const expected = before === 0 ? 'no-stream' : before - 1;
      const event = another(written[before] as NewEvent);
      expect(await anew(store).append(stream, [event], expected)).toEqual({ outcome: 'conflict', actual: before });
    });

    test('given two processes that have both seen an empty stream, then the second is told of a conflict', async () => {
      const [store, stream, event] = [open(), exampleStream(), exampleEvent()];
      const other = anew(store);
      for (const each of [store, other]) {
        expect(await each.readStream(stream)).toEqual([]);
        await each.append(exampleStream(), [exampleEvent()], 'no-stream');
      }
      expect(await store.append(stream, [event], 'no-stream')).toMatchObject({ outcome: 'appended' });
      expect(await other.append(stream, [another(event)], 'no-stream')).toEqual({ outcome: 'conflict', actual: 0 });
      expect(await other.readStream(stream)).toMatchObject([event]);
    });

    test('given two processes append it at once, then one is recorded and the other is a conflict', async () => {
      const store = open();
      const other = anew(store);
      await Promise.all([store.head(), other.head()]);
      for (let round = 0; round < 20; round += 1) {
        const [stream, event] = [exampleStream(), exampleEvent()];
        const answers = await Promise.all([
          store.append(stream, [event], 'no-stream'),
          other.append(stream, [another(event)], 'no-stream'),
        ]);
        expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['appended', 'conflict']);
      }
    });

    test('given both come at once, then one is recorded and the other is a conflict', async () => {
      const store = open();
      const stream = exampleStream();
      const event = exampleEvent();
      const answers = await Promise.all([
        store.append(stream, [event], 'no-stream'),
        store.append(stream, [another(event)], 'no-stream'),
      ]);
      expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['appended', 'conflict']);
    });
  });

  test('a repeat by another process is answered as the first', async () => {
    const store = open();
    const { stream } = await streamOf(store, 2);
    const batch = [exampleEvent(), exampleEvent()];
    const first = await store.append(stream, batch, 1);
    await store.append(stream, [exampleEvent()], 3);
    expect(await anew(store).append(stream, batch, 1)).toEqual(first);
  });

  test('the same append by several processes at once is stored once, and all are answered alike', async () => {
    const store = open();
    const [stream, batch] = [exampleStream(), [exampleEvent(), exampleEvent()]];
    const stores = Array.from({ length: 5 }, () => anew(store));
    const answers = await Promise.all(stores.map((each) => each.append(stream, batch, 'no-stream')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  test('positions between events, which nobody was given, lead to the next event behind them', async () => {
    const store = open();
    const { written } = await streamOf(store, 3);
    const all = await store.readAll(0, 10);
    for (const [index, { position }] of all.entries()) {
      for (const near of [position - 1, position + 1]) {
        const behind = written.slice(near < position ? index : index + 1).map(({ eventId }) => eventId);
        expect((await store.readAll(near, 10)).map(({ eventId }) => eventId)).toEqual(behind);
      }
    }
  });

  test('where no event begins, or one of somebody else, none of ours stands', async () => {
    const [store, other] = [open(), open()];
    await streamOf(store, 2);
    await streamOf(other, 1);
    const [first, second] = (await store.readAll(0, 10)).map(({ position }) => position) as [number, number];
    const nowhere = [first - 1, first + 1, second - 1, second + 1, await other.head()];
    expect(await Promise.all(nowhere.map((position) => store.idAt(position)))).toEqual(nowhere.map(() => undefined));
  });

  test('an event is stored as JSON, with metadata that is a flat map of strings and has its id', async () => {
    const store = open();
    const { stream, written } = await streamOf(store, 1);
    const [stored] = await asStored(`${store.namespace}:${stream}`);
    const { eventId, type, data, metadata } = written[0] as NewEvent;
    expect(stored).toMatchObject({ isJson: true, type, data, metadata: { ...metadata, eventId } });
    expect(await store.readStream(stream)).toMatchObject(written);
    expect((await store.readStream(stream))[0]?.metadata).toEqual(metadata);
    expect(Object.values(stored?.metadata as object).every((value) => typeof value === 'string')).toBe(true);
  });

  test('namespaces do not see each other', async () => {
    const [one, two] = [open(), open()];
    const { stream } = await streamOf(one, 2);
    expect(await two.readStream(stream)).toEqual([]);
    expect(await two.readAll(0, 10)).toEqual([]);
    expect(await two.head()).toBe(0);
    expect(await two.append(stream, [exampleEvent()], 'no-stream')).toMatchObject({ revision: 0 });
  });

  test('as much as is taken at once is taken', async () => {
    const store = open();
    const stream = exampleStream();
    const empty = Buffer.byteLength(JSON.stringify(exampleEvent({ text: '' }).metadata)) + '{"text":""}'.length;
    const full = exampleEvent({ text: 'x'.repeat(MAX_APPEND_BYTES - empty) });
    expect(await store.append(stream, [full], 'no-stream')).toMatchObject({ outcome: 'appended' });
    expect(await store.readStream(stream)).toMatchObject([{ data: full.data }]);
  });

  test('a page of many is complete however it is cut', async () => {
    const store = open();
    const stream = exampleStream();
    const batch = Array.from({ length: 2_500 }, (_, index) => exampleEvent({ index }));
    await store.append(stream, batch, 'no-stream');
    const ids = batch.map(({ eventId }) => eventId);
    for (const limit of [2_499, 2_500, 2_501]) {
      expect((await store.readAll(0, limit)).map(({ eventId }) => eventId)).toEqual(ids.slice(0, limit));
    }
    expect((await store.readStream(stream, 2_400)).map(({ eventId }) => eventId)).toEqual(ids.slice(2_400));
  });
});
