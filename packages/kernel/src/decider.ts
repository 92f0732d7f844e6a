import type { Decision } from './decision.ts';

/**
 * The whole of a domain rule: pure, total, and without a clock. What the rule must know of the moment or of other
 * streams travels in the command.
 */
export interface Decider<Command, Event, State, Code extends string> {
  readonly initialState: State;
  readonly decide: (command: Command, state: State) => Decision<Event, Code>;
  readonly evolve: (state: State, event: Event) => State;
}
