import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { encodeAppend } from '../../encode-append.ts';
import { type EventStore, StoreUnavailable } from '../../event-store.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { describeWithKurrent, newNamespace } from '../../spec-kit/kurrent-for-specs.ts';
import { lineTo } from '../../spec-kit/line-to.ts';
import { allStream } from './all-stream.ts';
import { eventAppender } from './event-appender.ts';
import { type EventStoreDbOptions, eventStoreDbEventStore } from './event-store-db-event-store.ts';
import { newestPosition } from './newest-position.ts';
import { readAddress } from './read-address.ts';
import { replaceableClient } from './replaceable-client.ts';
import { seenStreams } from './seen-streams.ts';
import { sendAppend } from './send-append.ts';
import { storedStreams } from './stored-streams.ts';
import { streamReader } from './stream-reader.ts';

vi.setConfig({ testTimeout: 120_000 });

describeWithKurrent('KurrentDB, when something is wrong', (server) => {
  const open = (options: Partial<EventStoreDbOptions> = {}) => {
    const namespace = newNamespace();
    const at = { connectionString: server().connectionString, namespace, timeoutMs: 15_000 };
    const store = eventStoreDbEventStore({ ...at, ...options });
    onTestFinished(() => store.close());
    return Object.assign(store, { namespace });
  };
  const line = async () => {
    const made = await lineTo(server().connectionString);
    onTestFinished(() => made.close());
    return made;
  };
  /** A store at the end of a line, and one in the same place with a line of its own. */
  const openOnLine = async (options: Partial<EventStoreDbOptions> = {}) => {
    const bad = await line();
    const backOff = { firstMs: 10, mostMs: 100 };
    const store = open({ connectionString: bad.connectionString, timeoutMs: 1_500, backOff, ...options });
    return { bad, store, other: open({ namespace: store.namespace }) };
  };
  /** The first that comes may still meet the connection that is being given up. */
  const untilAnswers = async (store: EventStore, use: (store: EventStore) => Promise<unknown>): Promise<void> => {
    for (;;) {
      const answer = await use(store).catch(() => undefined);
      if (answer !== undefined) return;
    }
  };
  const uses: [string, (store: EventStore) => Promise<unknown>][] = [
    ['append', (store) => store.append(exampleStream(), [exampleEvent()], 'no-stream')],
    ['readStream', (store) => store.readStream(exampleStream())],
    ['readAll', (store) => store.readAll(0, 1)],
    ['head', (store) => store.head()],
  ];

  describe.each(uses)('%s', (_, use) => {
    test('gives up when nothing comes back, and works again once something does', async () => {
      const { bad, store } = await openOnLine();
      await store.head();
      bad.freezeAll();
      await expect(use(store)).rejects.toThrow(StoreUnavailable);
      bad.thaw();
      await untilAnswers(store, use);
    });

    test('fails in a sentence while the server is away, and works again once it is back', async () => {
      const { bad, store } = await openOnLine();
      await store.head();
      await bad.cut();
      await expect(use(store)).rejects.toThrow(
        /^KurrentDB at esdb:\/\/127\.0\.0\.1:\d+ does not answer\. Look whether it runs/,
      );
      await bad.mend();
      await untilAnswers(store, use);
    });
  });

  test('a connection that has gone silent is given up for another', async () => {
    const { bad, store } = await openOnLine();
    await store.head();
    bad.freeze();
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    expect(await store.head()).toBe(0);
  });

  test('given an append whose answer is lost, when it is tried again, then it is answered as the first', async () => {
    const { bad, store, other } = await openOnLine();
    const [stream, events] = [exampleStream(), [exampleEvent(), exampleEvent()]];
    await store.head();
    bad.swallowAnswers();
    await expect(store.append(stream, events, 'no-stream')).rejects.toThrow(StoreUnavailable);
    const answer = await store.append(stream, events, 'no-stream');
    const recorded = await other.readStream(stream);
    expect(recorded.map(({ eventId }) => eventId)).toEqual(events.map(({ eventId }) => eventId));
    expect(answer).toEqual({ outcome: 'appended', revision: 1, position: recorded[1]?.position });
  });

  describe('whoever listens', () => {
    /** Follows, lets something happen, then has another store append, and waits for whatever is told from then on. */
    const toldOf = async (store: EventStore, other: EventStore, happens: () => Promise<unknown>) => {
      const [first, later] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      let [sent, told] = [false, 0];
      onTestFinished(
        store.onAppended(() => {
          told += 1;
          first.resolve();
          if (sent) later.resolve();
        }),
      );
      await first.promise;
      await happens();
      sent = true;
      await other.append(exampleStream(), [exampleEvent()], 'no-stream');
      await later.promise;
      return told;
    };

    test('is told again after the server was away', async () => {
      const { bad, store, other } = await openOnLine();
      const away = async () => {
        await bad.cut();
        await bad.mend();
      };
      expect(await toldOf(store, other, away)).toBeGreaterThan(1);
    });

    test('is told again when the subscription has gone silent, and nothing else says so', async () => {
      const { bad, store, other } = await openOnLine({ watchEveryMs: 100 });
      expect(await toldOf(store, other, async () => bad.freeze())).toBeGreaterThan(1);
    });

    test('is told again when a call on the silent connection made the client be put away', async () => {
      const { bad, store, other } = await openOnLine({ watchEveryMs: 3_600_000 });
      const silent = async () => {
        bad.freeze();
        await expect(store.head()).rejects.toThrow(StoreUnavailable);
      };
      expect(await toldOf(store, other, silent)).toBeGreaterThan(1);
    });
  });

  test('nothing stays open of what was given up or closed', async () => {
    const { bad, store } = await openOnLine();
    store.onAppended(() => {});
    await store.head();
    bad.freeze();
    await expect(store.readStream(exampleStream())).rejects.toThrow(StoreUnavailable);
    await untilAnswers(store, (each) => each.head());
    await store.close();
    await expect(bad.unused()).resolves.toBeUndefined();
  });

  test('given another client loses its server, then our appends are not touched', async () => {
    const [bad, store] = [await line(), open()];
    const losing = open({ connectionString: bad.connectionString, timeoutMs: 1_500 });
    await losing.head();
    const appendAll = (to: EventStore) =>
      Array.from({ length: 20 }, () => to.append(exampleStream(), [exampleEvent()], 'no-stream'));
    const lost = Promise.allSettled(appendAll(losing));
    const kept = Promise.all(appendAll(store));
    await bad.cut();
    await lost;
    expect((await kept).every(({ outcome }) => outcome === 'appended')).toBe(true);
    expect(await Promise.all(appendAll(store))).toHaveLength(20);
  });

  test('it says how the server was found, and what is in the way', async () => {
    const { bad, store } = await openOnLine();
    expect(store.durability).toMatchObject({ kind: 'KurrentDB', encrypted: false, leader: 'not asked yet' });
    expect(await store.trouble()).toBeNull();
    expect(store.durability).toMatchObject({ leader: 'answers', answeredAt: expect.any(String) });
    await bad.cut();
    expect(await store.trouble()).toBeInstanceOf(StoreUnavailable);
    expect(store.durability.leader).toBe('silent');
  });

  test('after an append that failed, writing is tried again until it goes well, and leaves nothing to read', async () => {
    const [bad, namespace, stream] = [await line(), newNamespace(), exampleStream()];
    const [streams, seen] = [storedStreams(namespace), seenStreams(10_000)];
    const client = replaceableClient(readAddress(bad), 1_500);
    onTestFinished(() => client.close());
    const [all, read] = [allStream(client, streams), streamReader(client, streams, seen)];
    const send = sendAppend(client, streams);
    const { append, tryAgain } = eventAppender({ send, seen, newest: newestPosition(all), read });
    const events = encodeAppend([exampleEvent()]);
    await bad.cut();
    await expect(tryAgain()).resolves.toBeUndefined();
    await expect(append({ stream, events, expected: 'no-stream' })).rejects.toMatchObject({ code: 14 });
    await expect(tryAgain()).rejects.toMatchObject({ code: 14 });
    await bad.mend();
    await vi.waitFor(() => tryAgain(), 60_000);
    await bad.cut();
    await expect(tryAgain()).resolves.toBeUndefined();
    await bad.mend();
    expect(await open({ namespace }).readAll(0, 10)).toEqual([]);
  });

  test('nothing stays open of several servers either', async () => {
    const made: Socket[] = [];
    const keep = (message: unknown) => void made.push((message as { socket: Socket }).socket);
    subscribe('net.client.socket', keep);
    onTestFinished(() => void unsubscribe('net.client.socket', keep));
    const { host } = new URL(server().connectionString.replace('esdb:', 'http:'));
    const store = open({ connectionString: `esdb://${host},${host}?tls=false` });
    await store.head();
    expect(made.some(({ destroyed }) => !destroyed)).toBe(true);
    await store.close();
    await vi.waitFor(() => expect(made.every(({ destroyed }) => destroyed)).toBe(true), 20_000);
  });

  describe('a stream that somebody has taken events from', () => {
    const withServer = async (work: (client: EventStoreDBClient) => Promise<unknown>) => {
      const client = EventStoreDBClient.connectionString(server().connectionString);
      await work(client);
      await client.dispose();
    };
    const damaged = { name: 'StoreUnavailable', trouble: 'damaged' };
    const written = async () => {
      const [store, stream] = [open(), exampleStream()];
      await store.append(stream, [exampleEvent(), exampleEvent()], 'no-stream');
      return { store, stream, name: `${store.namespace}:${stream}` };
    };

    test('cut off at its beginning: reading it says what is missing', async () => {
      const { store, stream, name } = await written();
      await withServer((client) => client.setStreamMetadata(name, { truncateBefore: 1 }));
      await expect(store.readStream(stream)).rejects.toMatchObject({
        ...damaged,
        message: `KurrentDB does not hold what Demarche wrote: event 0 of ${stream} is missing.`,
      });
    });

    test('deleted for good: reading and appending say so', async () => {
      const { store, stream, name } = await written();
      await withServer((client) => client.tombstoneStream(name));
      await expect(store.readStream(stream)).rejects.toMatchObject(damaged);
      await expect(open({ namespace: store.namespace }).append(stream, [exampleEvent()], 1)).rejects.toMatchObject(
        damaged,
      );
    });

    test('deleted so that it begins anew: an append does not pass for the first', async () => {
      const { store, stream, name } = await written();
      await withServer((client) => client.deleteStream(name));
      await expect(store.append(stream, [exampleEvent()], 'no-stream')).rejects.toMatchObject(damaged);
    });
  });

  test('given a port on which no KurrentDB answers, then it is told in the same sentence', async () => {
    const store = open({ connectionString: 'esdb://127.0.0.1:1?tls=false' });
    await expect(store.append(exampleStream(), [exampleEvent()], 'no-stream')).rejects.toThrow(/does not answer/);
  });

  test('events of others in the server are jumped over, however many there are behind ours', async () => {
    const store = open();
    const stream = exampleStream();
    await store.append(stream, [exampleEvent(), exampleEvent()], 'no-stream');
    const before = await store.head();
    const client = EventStoreDBClient.connectionString(server().connectionString);
    const foreign = Array.from({ length: 3_000 }, () => jsonEvent({ type: 'Foreign', data: {} }));
    await client.appendToStream(`foreign-${newNamespace()}`, foreign, { expectedRevision: 'no_stream' });
    expect(await store.head()).toBe(before);
    expect(await store.readAll(before, 10)).toEqual([]);
    expect(await store.readAll(before, 10)).toEqual([]);
    await store.append(stream, [exampleEvent()], 1);
    expect((await store.readAll(before, 10)).map(({ revision }) => revision)).toEqual([2]);
    expect((await store.readAll(0, 10)).map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(await open({ namespace: store.namespace }).head()).toBe(await store.head());
    await client.dispose();
  });
});
