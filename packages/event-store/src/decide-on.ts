import { readEvent } from '@demarche/contracts';
import type { Decider, Decision, DomainEvent } from '@demarche/kernel';
import type { NewEvent } from './event-store.ts';

export interface Deciding<Command, Event extends DomainEvent, State, Code extends string> {
  readonly decider: Decider<Command, Event, State, Code>;
  readonly command: Command;
}

/**
 * Validates, upcasts and folds what has happened, and decides on it.
 * @throws UnreadableEvent for an event that this release cannot read
 */
export const decideOn = <Command, Event extends DomainEvent, State, Code extends string>(
  { decider, command }: Deciding<Command, Event, State, Code>,
  history: readonly NewEvent[],
): Decision<Event, Code> =>
  decider.decide(command, history.map(domainEvent<Event>).reduce(decider.evolve, decider.initialState));

const domainEvent = <Event extends DomainEvent>({ type, data, metadata }: NewEvent): Event =>
  readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) }) as unknown as Event;
