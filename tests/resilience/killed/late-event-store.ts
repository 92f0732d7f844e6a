import {
  sqliteEventStore as promptEventStore,
  type SqliteEventStore,
  type SqliteEventStoreOptions,
} from '@demarche/event-store/sqlite';
import { answersLate } from '../load/answers-late.ts';

export { StoreRefused } from '@demarche/event-store/sqlite';

export const sqliteEventStore = (options: SqliteEventStoreOptions): SqliteEventStore =>
  answersLate(promptEventStore(options));
