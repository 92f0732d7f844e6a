import {
  sqliteEventStore as durableEventStore,
  type SqliteEventStore,
  type SqliteEventStoreOptions,
} from '@demarche/event-store/sqlite';
import { answersTooEarly } from '../load/answers-too-early.ts';

export { StoreRefused } from '@demarche/event-store/sqlite';

export const sqliteEventStore = (options: SqliteEventStoreOptions): SqliteEventStore =>
  answersTooEarly(durableEventStore(options));
