import { setTimeout as delay } from 'node:timers/promises';
import {
  sqliteEventStore as promptEventStore,
  type SqliteEventStore,
  type SqliteEventStoreOptions,
} from '@demarche/event-store/sqlite';

export { StoreRefused } from '@demarche/event-store/sqlite';

const ANSWERED_AFTER_MS = 30;

/** As safe as the real one, but slow to tell: almost every kill leaves commits that nobody heard of. */
export const sqliteEventStore = (options: SqliteEventStoreOptions): SqliteEventStore => {
  const prompt = promptEventStore(options);
  return {
    ...prompt,
    async append(stream, events, expected) {
      const answer = await prompt.append(stream, events, expected);
      await delay(ANSWERED_AFTER_MS);
      return answer;
    },
  };
};
