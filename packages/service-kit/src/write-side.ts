import type { EventStore } from '@demarche/event-store';
import type { Clock } from '@demarche/kernel';

/** All that a write service needs of the world. */
export interface WriteSide {
  readonly store: EventStore;
  readonly clock: Clock;
}
