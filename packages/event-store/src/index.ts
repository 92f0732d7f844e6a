export { deriveEventId } from './derive-event-id.ts';
export type { AppendResult, EventStore, ExpectedRevision, NewEvent, StreamRevision } from './event-store.ts';
export { AppendTooLarge, StoreUnavailable } from './event-store.ts';
export type { CommandEnvelope, CommandResult, CommandToHandle } from './handle-command.ts';
export { handleCommand } from './handle-command.ts';
