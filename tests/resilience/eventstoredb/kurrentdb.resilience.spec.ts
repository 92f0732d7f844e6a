import type { RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { eventStoreDbEventStore } from '@demarche/event-store/eventstoredb';
import { storeFeed } from '@demarche/messaging/in-process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { killableEnvironment } from './environment.ts';
import { type KillableEventStore, killableEventStore } from './killable-event-store.ts';
import { type Load, writeUnderLoad } from './write-under-load.ts';

const { command } = killableEnvironment();
const reason = command === undefined ? ' (skipped: EVENTSTORE_COMMAND starts no KurrentDB that could be killed)' : '';
const WRITERS = 16;

const keyOf = ({ data }: RecordedEvent): string => (data as { key: string }).key;

const everything = async (store: EventStore, after = 0): Promise<RecordedEvent[]> => {
  const page = await store.readAll(after, 1_000);
  const last = page.at(-1);
  return last ? [...page, ...(await everything(store, last.position))] : [];
};

/** Follows from the beginning, and keeps what it was given, in the order in which it came. */
const subscriber = (store: EventStore) => {
  const stopping = new AbortController();
  const keys: string[] = [];
  const positions: number[] = [];
  let look = () => {};
  const following = storeFeed({ log: store, retryAfterMs: 100 }).follow({
    after: 0,
    batchSize: 200,
    signal: stopping.signal,
    handle: async ({ events }) => {
      keys.push(...events.map(keyOf));
      positions.push(...events.map(({ position }) => position));
      look();
    },
  });
  return {
    keys,
    positions,
    async until(count: number) {
      const { promise, resolve } = Promise.withResolvers<void>();
      look = () => keys.length >= count && resolve();
      look();
      await Promise.race([promise, following]);
      stopping.abort();
      await following;
    },
  };
};

const faults: Record<string, (server: KillableEventStore, load: Load) => Promise<void>> = {
  async killed(server, load) {
    await server.kill();
    await load.more('failed', WRITERS);
    await server.start();
  },
  async stopped(server, load) {
    await server.stop();
    await load.more('failed', WRITERS);
    await server.start();
  },
  async frozen(server, load) {
    server.pause();
    await load.more('failed', 2 * WRITERS);
    server.resume();
  },
};

describe.skipIf(reason !== '')(`KurrentDB under ${WRITERS} writers${reason}`, () => {
  const begin = async () => {
    const server = await killableEventStore(command ?? '');
    onTestFinished(() => server.close());
    const open = () => {
      const store = eventStoreDbEventStore({ connectionString: server.connectionString, timeoutMs: 3_000 });
      onTestFinished(() => store.close());
      return store;
    };
    return { server, open };
  };

  test('killed, stopped and frozen: nothing acknowledged is lost, nothing is doubled, a subscriber sees it in order', async ({
    annotate,
  }) => {
    const { server, open } = await begin();
    const load = writeUnderLoad(open(), WRITERS);
    const following = subscriber(open());
    for (let round = 0; round < rounds({ short: 1, long: 5 }); round += 1) {
      for (const happen of Object.values(faults)) {
        await load.more('acknowledged', 500);
        await happen(server, load);
      }
    }
    await load.more('acknowledged', 500);
    await load.stop();
    const stored = await everything(open());
    const keys = stored.map(keyOf);
    await following.until(stored.length);
    await annotate(
      `${load.acknowledged.size} acknowledged, ${load.failures()} attempts failed, ${stored.length} stored`,
    );
    expect(new Set(keys)).toHaveLength(keys.length);
    expect(new Set(keys)).toEqual(new Set(load.acknowledged));
    expect(following.keys).toEqual(keys);
    expect(following.positions).toEqual(following.positions.toSorted((a, b) => a - b));
  });
});
