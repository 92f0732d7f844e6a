import { categoryOf, type Position, type RecordedEvent, readEvent, type StreamName } from '@demarche/contracts';
import type { Clock, Decider, DomainEvent } from '@demarche/kernel';
import { metricAttributes, metrics, spanAttributes, spanNames, timed, traced } from '@demarche/telemetry';
import type { Span } from '@opentelemetry/api';
import type { CommandEnvelope } from './command-envelope.ts';
import type { EventStore, ExpectedRevision, NewEvent, StreamRevision } from './event-store.ts';
import { stampEvents } from './stamp-events.ts';

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

export type CommandResult<Code extends string> =
  | {
      readonly outcome: 'recorded';
      readonly events: readonly NewEvent[];
      readonly revision: StreamRevision;
      readonly position: Position;
    }
  | {
      readonly outcome: 'repeated';
      readonly events: readonly NewEvent[];
      readonly revision: StreamRevision;
      readonly position: Position;
    }
  /** What was asked for already holds. */
  | { readonly outcome: 'unchanged'; readonly revision: StreamRevision; readonly position: Position }
  | { readonly outcome: 'rejected'; readonly code: Code; readonly detail: string }
  | { readonly outcome: 'stale'; readonly currentRevision: StreamRevision }
  | { readonly outcome: 'key-reused' }
  /** Others kept being first, more often than it is worth trying. */
  | { readonly outcome: 'contended' };

const ATTEMPTS = 4;

interface Conflict {
  readonly outcome: 'conflict';
  readonly actual: ExpectedRevision;
}

/**
 * Reads, folds, decides and appends. The only such loop in the project. A conflict is read and decided again, up to
 * three times; with `ifMatch` it is not. A command whose key is already in the stream is answered as it was then.
 * @throws what the store throws, and UnreadableEvent for a stream that this release cannot read, or for a decided event
 * that could never be read again: nothing is then recorded.
 */
export const handleCommand = <
  Command extends { readonly name: string },
  Event extends DomainEvent,
  State,
  Code extends string,
>(
  handling: CommandToHandle<Command, Event, State, Code>,
): Promise<CommandResult<Code>> => {
  const { command, stream, envelope } = handling;
  const details = {
    [spanAttributes.command]: command.name,
    [spanAttributes.streamCategory]: categoryOf(stream),
    [spanAttributes.correlationId]: envelope.correlationId,
  };
  return traced(spanNames.handle(command.name), details, async (span) => {
    const result = await tryRepeatedly(handling, span);
    span.setAttribute(spanAttributes.outcome, result.outcome);
    if (result.outcome === 'rejected') span.setAttribute(spanAttributes.rejection, result.code);
    return result;
  });
};

const tryRepeatedly = async <Command, Event extends DomainEvent, State, Code extends string>(
  handling: CommandToHandle<Command, Event, State, Code>,
  span: Span,
): Promise<CommandResult<Code>> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    span.setAttribute(spanAttributes.attempt, attempt);
    const result = await attemptOnce(handling);
    if (result.outcome !== 'conflict') return result;
    if (handling.envelope.ifMatch !== undefined) return stale(revisionOf(result.actual));
  }
  return { outcome: 'contended' };
};

const attemptOnce = async <Command, Event extends DomainEvent, State, Code extends string>(
  handling: CommandToHandle<Command, Event, State, Code>,
): Promise<CommandResult<Code> | Conflict> => {
  const { decider, stream, origins = [], command, envelope } = handling;
  const [history = [], ...before] = await Promise.all([stream, ...origins].map((name) => read(handling.store, name)));
  const revision = revisionAfter(history);
  const answered = alreadyHandled(history, envelope) ?? seenAnother(revision, envelope);
  if (answered) return answered;

  const events = [...before.flat(), ...history];
  const state = events.map(domainEvent<Event>).reduce(decider.evolve, decider.initialState);
  const decision = decider.decide(command, state);
  if (decision.outcome === 'rejected') return decision;
  if (decision.events.length === 0) return { outcome: 'unchanged', revision, position: newestPosition(events) };
  return record({ ...handling, envelope: markedAs(events, envelope) }, decision.events, revision);
};

/** What is added to a sensitive record is sensitive too, whatever the command says of itself. */
const markedAs = (history: readonly RecordedEvent[], envelope: CommandEnvelope): CommandEnvelope =>
  history.some(({ metadata }) => metadata.marking === 'SBU') ? { ...envelope, marking: 'SBU' } : envelope;

const read = (store: EventStore, stream: StreamName): Promise<readonly RecordedEvent[]> =>
  traced(spanNames.readStream, { [spanAttributes.streamCategory]: categoryOf(stream) }, () => store.readStream(stream));

type Recording = Pick<CommandToHandle<never, never, never, never>, 'store' | 'clock' | 'stream' | 'envelope'>;

const record = async (
  { store, clock, stream, envelope }: Recording,
  decided: readonly DomainEvent[],
  revision: StreamRevision,
): Promise<CommandResult<never> | Conflict> => {
  const expected = revision === -1 ? 'no-stream' : revision;
  const category = categoryOf(stream);
  const details = { [spanAttributes.streamCategory]: category, [spanAttributes.eventCount]: decided.length };
  // Stamped within the span, because what becomes of the events goes on from there.
  const { events, appended } = await traced(spanNames.append, details, async () => {
    const stamped = stampEvents(decided, envelope, clock.now());
    const append = () => store.append(stream, stamped, expected);
    const measured = { [metricAttributes.streamCategory]: category };
    return {
      events: stamped,
      appended: await timed(metrics.appendDuration, measured, append, ({ outcome }) => outcome),
    };
  });
  if (appended.outcome === 'appended') {
    return { outcome: 'recorded', events, revision: appended.revision, position: appended.position };
  }
  // Nobody was first here, and yet the ids are taken: the key was used for something else, in another stream.
  return appended.actual === expected ? { outcome: 'key-reused' } : appended;
};

const seenAnother = (revision: StreamRevision, { ifMatch }: CommandEnvelope): CommandResult<never> | undefined =>
  ifMatch === undefined || ifMatch === revision ? undefined : stale(revision);

const alreadyHandled = (
  history: readonly RecordedEvent[],
  { commandId, fingerprint }: CommandEnvelope,
): CommandResult<never> | undefined => {
  const events = history.filter((event) => event.metadata.commandId === commandId);
  const last = events.at(-1);
  if (!last) return undefined;
  if (last.metadata.commandFingerprint !== fingerprint) return { outcome: 'key-reused' };
  return { outcome: 'repeated', events, revision: last.revision, position: last.position };
};

const domainEvent = <Event extends DomainEvent>({ type, data, metadata }: RecordedEvent): Event =>
  readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) }) as unknown as Event;

const revisionAfter = (history: readonly RecordedEvent[]): StreamRevision => history.at(-1)?.revision ?? -1;

const newestPosition = (events: readonly RecordedEvent[]): Position =>
  events.reduce((newest, { position }) => Math.max(newest, position), 0);

const stale = (currentRevision: StreamRevision) => ({ outcome: 'stale', currentRevision }) as const;

const revisionOf = (expected: ExpectedRevision): StreamRevision => (expected === 'no-stream' ? -1 : expected);
