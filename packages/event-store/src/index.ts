export type { CommandEnvelope } from './command-envelope.ts';
export type { CommandResult } from './command-result.ts';
export type { CommandToHandle } from './command-to-handle.ts';
export { deriveEventId } from './derive-event-id.ts';
export { MAX_APPEND_BYTES } from './encode-append.ts';
export type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  NewEvent,
  StoreTrouble,
  StreamRevision,
} from './event-store.ts';
export { AppendTooLarge, StoreUnavailable } from './event-store.ts';
export { handleCommand } from './handle-command.ts';
export { makeDurableFolder } from './make-durable-folder.ts';
export { RESTORING } from './restoring.ts';
export { isStorePlace, isWholePath, STORE_PLACE } from './store-place.ts';
export { StoreRefused } from './store-refused.ts';
export { syncPath } from './sync-path.ts';
export { hasWalResetBug } from './wal-reset-bug.ts';
