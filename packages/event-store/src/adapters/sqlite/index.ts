export { StoreRefused } from '../../store-refused.ts';
export type { CopiedStore } from './copy-store-file.ts';
export { copyStoreFile } from './copy-store-file.ts';
export type { StoreDurability } from './open-store-file.ts';
export type { SqliteEventStore, SqliteEventStoreOptions } from './sqlite-event-store.ts';
export { sqliteEventStore } from './sqlite-event-store.ts';
export type { SnapshotRow, StoreSnapshot } from './store-snapshot.ts';
export { openStoreSnapshot } from './store-snapshot.ts';
