export type { StoreDurability } from './open-store-file.ts';
export type { SqliteEventStore, SqliteEventStoreOptions } from './sqlite-event-store.ts';
export { sqliteEventStore } from './sqlite-event-store.ts';
export { StoreRefused } from './store-refused.ts';
