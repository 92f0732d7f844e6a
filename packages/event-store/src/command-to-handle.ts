import type { StreamName } from '@demarche/contracts';
import type { Clock, Decider, DomainEvent } from '@demarche/kernel';
import type { CommandEnvelope } from './command-envelope.ts';
import type { EventStore } from './event-store.ts';

export interface CommandToHandle<Command, Event extends DomainEvent, State, Code extends string> {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly decider: Decider<Command, Event, State, Code>;
  readonly stream: StreamName;
  /** Streams folded before the command's own, read and never written: the report of a recommendation, the engagement of a promise. */
  readonly origins?: readonly StreamName[];
  readonly command: Command;
  readonly envelope: CommandEnvelope;
}
