import assert from 'node:assert/strict';
import type { Decider, Decision } from '@demarche/kernel';

/** What must come of the command: the exact events, nothing at all, or a refusal by its code and words. */
export interface DecisionSpec<Event, Code extends string> {
  thenRecords(...events: readonly [Event, ...Event[]]): void;
  thenChangesNothing(): void;
  thenRefuses(code: Code, detail?: RegExp): void;
}

export interface GivenSpec<Command, Event, Code extends string> {
  /** Ends the story with the command; nothing is decided before what must come of it is said. */
  when(command: Command): DecisionSpec<Event, Code>;
}

/**
 * Tells a rule as a story: `given(what had happened).when(a command).thenRecords(what now holds)`.
 * It asserts with `node:assert`, so it serves any test runner.
 */
export const deciderSpec = <Command, Event, State, Code extends string>(
  decider: Decider<Command, Event, State, Code>,
): { given(...events: readonly Event[]): GivenSpec<Command, Event, Code> } => ({
  given: (...events) => ({
    when: (command) => {
      const state = events.reduce(decider.evolve, decider.initialState);
      return decisionSpec(decider.decide(command, state));
    },
  }),
});

const decisionSpec = <Event, Code extends string>(decision: Decision<Event, Code>): DecisionSpec<Event, Code> => ({
  thenRecords: (...events) => assert.deepEqual(decision, { outcome: 'accepted', events }),
  thenChangesNothing: () => assert.deepEqual(decision, { outcome: 'accepted', events: [] }),
  thenRefuses: (code, detail) => {
    assert.deepEqual(decision.outcome === 'rejected' ? { outcome: 'rejected', code: decision.code } : decision, {
      outcome: 'rejected',
      code,
    });
    if (detail && decision.outcome === 'rejected') assert.match(decision.detail, detail);
  },
});
