export type { EventStoreDbEventStore, EventStoreDbOptions, KurrentDurability } from './event-store-db-event-store.ts';
export { eventStoreDbEventStore } from './event-store-db-event-store.ts';
