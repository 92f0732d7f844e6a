import { setTimeout as delay } from 'node:timers/promises';
import { memoryEventStore } from '@demarche/event-store/memory';
import {
  sqliteEventStore as durableEventStore,
  type SqliteEventStore,
  type SqliteEventStoreOptions,
} from '@demarche/event-store/sqlite';

export { StoreRefused } from '@demarche/event-store/sqlite';

/** About as long as a disk with a cache that it does not own up to. */
const WRITTEN_AFTER_MS = 40;

/**
 * What invariant 7 forbids: answers from memory, and writes to the disk a moment later. All else is as it should be, so
 * that a test which finds nothing wrong with it proves nothing.
 */
export const sqliteEventStore = (options: SqliteEventStoreOptions): SqliteEventStore => {
  const durable = durableEventStore(options);
  const front = memoryEventStore();
  const loaded = (async () => {
    for (const event of await durable.readAll(0, Number.MAX_SAFE_INTEGER)) {
      await front.append(event.stream, [event], event.revision === 0 ? 'no-stream' : event.revision - 1);
    }
  })();
  return {
    ...durable,
    async append(stream, events, expected) {
      await loaded;
      const answer = await front.append(stream, events, expected);
      if (answer.outcome === 'appended') {
        void delay(WRITTEN_AFTER_MS).then(() => durable.append(stream, events, expected));
      }
      return answer;
    },
    async readStream(stream, from) {
      await loaded;
      return front.readStream(stream, from);
    },
  };
};
