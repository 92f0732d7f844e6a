import {
  type CommandCircumstances,
  type EventMetadata,
  eventDefinition,
  type Marking,
  type Position,
  type RecordedEvent,
  readEvent,
  type StreamName,
} from '@demarche/contracts';
import type { Clock, Decider, DomainEvent } from '@demarche/kernel';
import { deriveEventId } from './derive-event-id.ts';
import type { EventStore, ExpectedRevision, NewEvent, StreamRevision } from './event-store.ts';

/** Who asks for a command, under which key, and in which connection. */
export interface CommandEnvelope extends CommandCircumstances {
  /** SHA-256 of the parsed input. */
  readonly fingerprint: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly marking: Marking;
  /** `If-Match`: the revision the caller has seen. The command is then never decided on a newer one. */
  readonly ifMatch?: StreamRevision;
}

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
  | { readonly outcome: 'recorded'; readonly events: readonly NewEvent[]; readonly revision: StreamRevision; readonly position: Position }
  | { readonly outcome: 'repeated'; readonly events: readonly NewEvent[]; readonly revision: StreamRevision; readonly position: Position }
  /** What was asked for already holds. */
  | { readonly outcome: 'unchanged'; readonly revision: StreamRevision; readonly position: Position }
  | { readonly outcome: 'rejected'; readonly code: Code; readonly detail: string }
  | { readonly outcome: 'stale'; readonly currentRevision: StreamRevision }
  | { readonly outcome: 'key-reused' }
  /** Others kept being first, more often than it is worth trying. */
  | { readonly outcome: 'contended' };

const ATTEMPTS = 4;

/**
 * Reads, folds, decides and appends. The only such loop in the project. A conflict is read and decided again, up to
 * three times; with `ifMatch` it is not. A command whose key is already in the stream is answered as it was then.
 * @throws what the store throws, and UnreadableEvent for a stream that this release cannot read.
 */
export const handleCommand = async <Command, Event extends DomainEvent, State, Code extends string>(
  handling: CommandToHandle<Command, Event, State, Code>,
): Promise<CommandResult<Code>> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const result = await attemptOnce(handling);
    if (result.outcome !== 'conflict') return result;
    if (handling.envelope.ifMatch !== undefined) return { outcome: 'stale', currentRevision: revisionOf(result.actual) };
  }
  return { outcome: 'contended' };
};

const attemptOnce = async <Command, Event extends DomainEvent, State, Code extends string>(
  handling: CommandToHandle<Command, Event, State, Code>,
): Promise<CommandResult<Code> | { outcome: 'conflict'; actual: ExpectedRevision }> => {
  const { store, decider, stream, origins = [], command, envelope } = handling;
  const [own, ...before] = await Promise.all([stream, ...origins].map((name) => store.readStream(name)));
  const history = own ?? [];
  const revision = (history.at(-1)?.revision ?? -1) satisfies StreamRevision;
  const answered = alreadyHandled<Code>(history, envelope);
  if (answered) return answered;
  if (envelope.ifMatch !== undefined && envelope.ifMatch !== revision) return { outcome: 'stale', currentRevision: revision };

  const state = [...before.flat(), ...history].map(domainEvent<Event>).reduce(decider.evolve, decider.initialState);
  const decision = decider.decide(command, state);
  if (decision.outcome === 'rejected') return decision;
  if (decision.events.length === 0) return { outcome: 'unchanged', revision, position: newestPosition([...before.flat(), ...history]) };

  const recordedAt = handling.clock.now();
  const events = decision.events.map((event, index) => ({
    eventId: deriveEventId(envelope.commandId, index),
    type: event.type,
    data: event.data,
    metadata: metadataOf(event, envelope, recordedAt),
  }));
  const appended = await store.append(stream, events, revision === -1 ? 'no-stream' : revision);
  if (appended.outcome === 'conflict') return appended;
  return { outcome: 'recorded', events, revision: appended.revision, position: appended.position };
};

const alreadyHandled = <Code extends string>(
  history: readonly RecordedEvent[],
  { commandId, fingerprint }: CommandEnvelope,
): CommandResult<Code> | undefined => {
  const events = history.filter((event) => event.metadata.commandId === commandId);
  const last = events.at(-1);
  if (!last) return undefined;
  if (last.metadata.commandFingerprint !== fingerprint) return { outcome: 'key-reused' };
  return { outcome: 'repeated', events, revision: last.revision, position: last.position };
};

const domainEvent = <Event extends DomainEvent>({ type, data, metadata }: RecordedEvent): Event =>
  readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) }) as unknown as Event;

const metadataOf = (event: DomainEvent, envelope: CommandEnvelope, recordedAt: string): EventMetadata => ({
  commandId: envelope.commandId,
  commandFingerprint: envelope.fingerprint,
  correlationId: envelope.correlationId,
  causationId: envelope.causationId,
  actor: envelope.officer.id,
  actorName: envelope.officer.name,
  role: envelope.officer.role,
  post: envelope.officer.post,
  marking: envelope.marking,
  recordedAt,
  schemaVersion: String(eventDefinition(event.type)?.version ?? 1),
});

const newestPosition = (events: readonly RecordedEvent[]): Position => Math.max(0, ...events.map((event) => event.position));

const revisionOf = (expected: ExpectedRevision): StreamRevision => (expected === 'no-stream' ? -1 : expected);
