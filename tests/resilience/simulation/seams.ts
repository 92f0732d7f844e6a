import type { DatabaseSync } from 'node:sqlite';
import type { CommandId } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import type { Feed, LogFeedOptions, MessageLog, Timing } from '@demarche/messaging';
import type { EventProjection, Projector } from '@demarche/projections/engine';

/**
 * Where a planted bug can be put into the world. Each seam replaces a real part by one with a fault in it, in the tests
 * only: nothing of this can be set from outside.
 */
export interface Seams {
  readonly writersStore?: (store: EventStore) => EventStore;
  readonly keyOf?: (key: CommandId, attempt: number) => CommandId;
  readonly relaysStore?: (store: EventStore) => EventStore;
  readonly relaysLog?: (log: MessageLog) => MessageLog;
  readonly relaysTiming?: (timing: Timing) => Timing;
  readonly readersLog?: (log: MessageLog) => MessageLog;
  readonly feed?: (options: LogFeedOptions) => Feed;
  readonly projection?: (database: DatabaseSync, projectors: readonly Projector[]) => EventProjection;
}
