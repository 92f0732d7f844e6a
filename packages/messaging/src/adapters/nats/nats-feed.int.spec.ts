import { setImmediate } from 'node:timers/promises';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { expect, onTestFinished, test } from 'vitest';
import { messageOf } from '../../event-message.ts';
import { feedContract } from '../../feed.contract.ts';
import { logFeed } from '../../log-feed.ts';
import {
  ANSWER_WITHIN_MS,
  connected,
  connectedForOne,
  describeWithNats,
  managerOf,
  natsForOne,
  patience,
} from '../../spec-kit/nats-for-specs.ts';
import { systemTiming } from '../in-process/system-timing.ts';
import type { BusConnection } from './connect-nats.ts';
import { ensureStream } from './ensure-stream.ts';
import { natsMessageLog } from './nats-message-log.ts';
import { STREAM, type StreamSettings, streamSettings } from './stream-settings.ts';

const settings: StreamSettings = { ...streamSettings({ duplicateWindowMs: 100 }), deny_delete: false };
const backOff = { firstMs: 10, mostMs: 100 };

/** What is on its way when the server goes away is waited for as long, and then asked for again. */
const SOON_MS = 1_000;

/** A record and a bus, with what a relay does between them. */
const world = (bus: BusConnection, feedWaitsMs = SOON_MS) => {
  const store = memoryEventStore();
  const log = natsMessageLog(bus, { settings, ensures: true, answerWithinMs: ANSWER_WITHIN_MS });
  const record = async (count: number, data: (index: number) => unknown = (index) => ({ index })) => {
    const stream = exampleStream();
    const events = Array.from({ length: count }, (_, index) => exampleEvent(data(index)));
    for (const [index, event] of events.entries())
      await store.append(stream, [event], index === 0 ? 'no-stream' : index - 1);
    return events.map(({ eventId }) => eventId);
  };
  const relay = async (): Promise<void> => {
    const { position, lastSequence } = await log.end();
    const events = await store.readAll(position, 1_000);
    for (const [index, event] of events.entries())
      await log.publish(messageOf(event, events[index - 1]?.position ?? position), lastSequence + index);
  };
  const read = natsMessageLog(bus, { settings, ensures: true, answerWithinMs: feedWaitsMs });
  const feed = logFeed({ log: read, store, timing: systemTiming, backOff, lookAgainAfterMs: 50 });
  const follow = () => {
    const stopping = new AbortController();
    const delivered: string[] = [];
    const handle = async ({ events }: { events: readonly { eventId: string }[] }) =>
      void delivered.push(...events.map(({ eventId }) => eventId));
    const following = feed.follow({ after: 0, batchSize: 7, signal: stopping.signal, handle });
    onTestFinished(async () => {
      stopping.abort();
      await following;
    });
    return delivered;
  };
  return { store, log, record, relay, feed, follow };
};

describeWithNats('a feed from JetStream', () => {
  feedContract('It', async () => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats);
    await connected(bus);
    const { record, relay, feed, store } = world(bus);
    await relay();
    return {
      feed,
      async record(count) {
        const ids = await record(count);
        await relay();
        return ids;
      },
      close: () => store.close(),
    };
  });

  const filled = async (count: number, feedWaitsMs = SOON_MS) => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats);
    await connected(bus);
    const made = world(bus, feedWaitsMs);
    const recorded = await made.record(count);
    await made.relay();
    const delivered = made.follow();
    return { ...made, nats, bus, recorded, delivered };
  };
  const came = async (delivered: readonly string[], expected: readonly string[]) => {
    await expect.poll(() => [...delivered], patience).toEqual(expected);
  };
  /** Once the connection is back. */
  const relayed = async (relay: () => Promise<void>): Promise<void> => {
    for (;;) {
      try {
        return await relay();
      } catch {
        await setImmediate();
      }
    }
  };

  test.each(['killed', 'paused', 'wiped'])(
    'given the server was %s, then every event comes once, in order',
    async (what) => {
      const { nats, record, relay, recorded, delivered } = await filled(30);
      await came(delivered, recorded);
      if (what === 'paused') await nats.pause();
      else await nats.kill();
      const later = await record(10);
      if (what === 'wiped') nats.wipe();
      if (what === 'paused') nats.resume();
      else await nats.start();
      await relayed(relay);
      await came(delivered, [...recorded, ...later]);
      expect(delivered).toEqual([...recorded, ...later]);
    },
  );

  test('given the stream is deleted and made anew under it, then it goes on where it was', async () => {
    const { bus, record, relay, recorded, delivered } = await filled(30);
    await came(delivered, recorded);
    const later = await record(5);
    await (await managerOf(bus)).streams.delete(STREAM);
    await relayed(relay);
    await came(delivered, [...recorded, ...later]);
    expect(delivered).toEqual([...recorded, ...later]);
  });

  test('given messages were lost, or garbage stands among them, then the record gives what is missing', async () => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats);
    const { streams } = await managerOf(bus);
    const { record, relay, follow, log } = world(bus);
    const first = await record(10);
    await relay();
    bus.live().publish('demarche.recommendation.PaceNoted.XKD', 'no CloudEvent, and no header');
    await bus.live().flush();
    const rest = await record(10);
    await relay();
    for (const sequence of [1, 4, 5, 21]) await streams.deleteMessage(STREAM, sequence);
    expect(await log.end()).toMatchObject({ lastSequence: 21, position: 19 });
    const delivered = follow();
    await came(delivered, [...first, ...rest].slice(0, 19));
  });

  test('given others filled the end of the stream, then the end of the record on it is still found', async () => {
    const { bus, log } = await filled(3);
    for (let index = 0; index < 100; index += 1) bus.live().publish('demarche.foreign', '{}');
    await bus.live().flush();
    await expect.poll(() => log.end(), patience).toMatchObject({ lastSequence: 103, position: 3 });
  });

  test('given events of nearly 1 MiB, then each comes whole, and a page holds some of them only', async () => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats);
    await connected(bus);
    const { record, relay, follow, log } = world(bus);
    const recorded = await record(20, (index) => ({ index, text: 'x'.repeat(1_000_000) }));
    await relay();
    const page = await log.read(1, 100);
    expect(page.length).toBeGreaterThan(1);
    expect(page.length).toBeLessThan(10);
    await came(follow(), recorded);
  });

  test('one reader keeps one place on the server, however far it reads', async () => {
    const { bus, delivered, recorded } = await filled(200, ANSWER_WITHIN_MS);
    await came(delivered, recorded);
    const { consumers } = await managerOf(bus);
    expect(await consumers.list(STREAM).next()).toHaveLength(1);
  });
});

describeWithNats('calls to a bus in trouble', () => {
  test('given a frozen server, then each ends in its time', async () => {
    const nats = await natsForOne();
    const bus = connectedForOne(nats, { pingEveryMs: 600_000 });
    await connected(bus);
    await ensureStream(bus, { settings, answerWithinMs: ANSWER_WITHIN_MS });
    const log = natsMessageLog(bus, { settings, ensures: true, answerWithinMs: 300 });
    const message = { messageId: 'a', subject: 'demarche.a.b.c', position: 1, previousPosition: 0, body: '{}' };
    await nats.pause();
    const calls = [log.publish(message, 0), log.end(), log.read(1, 1), log.read(1, 10)];
    await Promise.all(calls.map((call) => expect(call).rejects.toThrow('The bus did not answer in time')));
  });

  test('given there is no stream, then a reader says who makes it', async () => {
    const bus = connectedForOne(await natsForOne());
    await connected(bus);
    await expect(natsMessageLog(bus).end()).rejects.toThrow('no stream DEMARCHE yet: the relay makes it');
  });
});

describeWithNats('the stream', () => {
  const standing = async (config: Partial<StreamSettings>) => {
    const bus = connectedForOne(await natsForOne());
    const { streams } = await managerOf(bus);
    await streams.add({ ...streamSettings(), ...config } as StreamSettings);
    return { bus, streams };
  };

  test('nobody can take anything out of it', async () => {
    const { streams } = await standing({});
    await expect(streams.purge(STREAM)).rejects.toThrow('not permitted');
    await expect(streams.deleteMessage(STREAM, 1)).rejects.toThrow('not permitted');
  });

  test('what is not as declared and can be changed is set right, and told', async () => {
    const { bus, streams } = await standing({ deny_purge: false, max_msgs: 10, duplicate_window: 5_000_000_000 });
    const told: string[] = [];
    await ensureStream(bus, { settings: streamSettings(), onAmended: (amended) => told.push(...amended) });
    expect(told.toSorted()).toEqual([
      'deny_purge is false and has to be true',
      'duplicate_window is 5000000000 and has to be 2000000000',
      'max_msgs is 10 and has to be -1',
    ]);
    const { no_ack: _, ...declared } = streamSettings();
    expect((await streams.info(STREAM)).config).toMatchObject(declared);
  });

  test('what cannot be changed is refused, with what to do', async () => {
    const { bus } = await standing({ storage: 'memory' as never });
    await expect(ensureStream(bus, { settings: streamSettings() })).rejects.toThrow(
      'storage is "memory" and has to be "file"), and this cannot be changed: delete the stream',
    );
  });

  test('given this thread is busy with one page for longer than the bus may take, then the page ahead is there all the same', async () => {
    const bus = connectedForOne(await natsForOne());
    await connected(bus);
    const { store, record, relay } = world(bus);
    // More than is taken off a connection in one go.
    const recorded = await record(14, (index) => ({ index, text: 'x'.repeat(900_000) }));
    await relay();
    const [lost, delivered, stopping]: [unknown[], string[], AbortController] = [[], [], new AbortController()];
    const log = natsMessageLog(bus, { settings, answerWithinMs: 4_000 });
    const feed = logFeed({ log, store, timing: systemTiming, onSourceLost: (error) => lost.push(error) });
    await feed.follow({
      after: 0,
      batchSize: 7,
      signal: stopping.signal,
      async handle({ events }) {
        delivered.push(...events.map(({ eventId }) => eventId));
        if (delivered.length === recorded.length) stopping.abort();
        else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4_500);
      },
    });
    expect(delivered).toEqual(recorded);
    expect(lost).toEqual([]);
  });
});
