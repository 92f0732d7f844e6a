/** What a decider answers: the events that now hold, or the named rule that forbids the command. Never an exception. */
export type Decision<Event, Code extends string> = Accepted<Event> | Rejected<Code>;

/** No events means: the command asks for what already holds, so nothing needs to be recorded. */
export interface Accepted<Event> {
  readonly outcome: 'accepted';
  readonly events: readonly Event[];
}

export interface Rejected<Code extends string> {
  readonly outcome: 'rejected';
  /** Kebab-case and stable: it is the same in the problem document, the log, the GraphQL error and the test. */
  readonly code: Code;
  /** One sentence for the person who asked: what forbids it, and what to do instead. */
  readonly detail: string;
}

export const accept = <Event>(...events: readonly Event[]): Accepted<Event> => ({ outcome: 'accepted', events });

export const reject = <Code extends string>(code: Code, detail: string): Rejected<Code> => ({
  outcome: 'rejected',
  code,
  detail,
});

/** Tells the refusal apart where something either is there or is refused. */
export const isRejected = <Value extends object>(value: Value): value is Extract<Value, Rejected<string>> =>
  'outcome' in value && value.outcome === 'rejected';
