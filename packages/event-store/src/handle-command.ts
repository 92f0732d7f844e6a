import { categoryOf, type Position, type RecordedEvent, type StreamName } from '@demarche/contracts';
import type { DomainEvent } from '@demarche/kernel';
import { spanAttributes, spanNames, traced } from '@demarche/telemetry';
import type { Span } from '@opentelemetry/api';
import { appendDecided } from './append-decided.ts';
import type { CommandEnvelope } from './command-envelope.ts';
import type { CommandResult } from './command-result.ts';
import type { CommandToHandle } from './command-to-handle.ts';
import { decideOn } from './decide-on.ts';
import type { EventStore, ExpectedRevision, StreamRevision } from './event-store.ts';
import { recordUnread } from './record-unread.ts';

const ATTEMPTS = 4;

interface Conflict {
  readonly outcome: 'conflict';
  readonly actual: ExpectedRevision;
}

/**
 * Reads, folds, decides and appends. The only such loop in the project. A store that recalls the stream is spared the read
 * where the command can be recorded without it. A conflict is read and decided again, up to three times; with `ifMatch` it
 * is not. A command whose key is already in the stream is answered as it was then.
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
  const { store, stream, envelope } = handling;
  const recalled = store.recall?.(stream);
  if (recalled) {
    span.setAttribute(spanAttributes.attempt, 0);
    const recorded = await recordUnread(handling, recalled, () => readOrigins(handling));
    if (recorded) return recorded;
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    span.setAttribute(spanAttributes.attempt, attempt);
    const result = await attemptOnce(handling);
    if (result.outcome !== 'conflict') return result;
    if (envelope.ifMatch !== undefined) return stale(revisionOf(result.actual));
  }
  return { outcome: 'contended' };
};

const attemptOnce = async <Command, Event extends DomainEvent, State, Code extends string>(
  handling: CommandToHandle<Command, Event, State, Code>,
): Promise<CommandResult<Code> | Conflict> => {
  const { store, stream, envelope } = handling;
  const [before, own] = await Promise.all([readOrigins(handling), read(store, stream)]);
  const revision = revisionAfter(own);
  const answered = alreadyHandled(own, envelope) ?? seenAnother(revision, envelope);
  if (answered) return answered;

  const history = [...before, ...own];
  const decision = decideOn(handling, history);
  if (decision.outcome === 'rejected') return decision;
  if (decision.events.length === 0) return { outcome: 'unchanged', revision, position: newestPosition(history) };

  const expected = revision === -1 ? 'no-stream' : revision;
  const { events, answer } = await appendDecided({ ...handling, history, decided: decision.events }, (decided) =>
    store.append(stream, decided, expected),
  );
  if (answer.outcome === 'appended') {
    return { outcome: 'recorded', events, revision: answer.revision, position: answer.position };
  }
  // Nobody was first here, and yet the ids are taken: the key was used for something else, in another stream.
  return answer.actual === expected ? { outcome: 'key-reused' } : answer;
};

const readOrigins = async ({
  store,
  origins = [],
}: Pick<CommandToHandle<never, never, never, never>, 'store' | 'origins'>): Promise<readonly RecordedEvent[]> =>
  (await Promise.all(origins.map((name) => read(store, name)))).flat();

const read = (store: EventStore, stream: StreamName): Promise<readonly RecordedEvent[]> =>
  traced(spanNames.readStream, { [spanAttributes.streamCategory]: categoryOf(stream) }, () => store.readStream(stream));

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

const revisionAfter = (history: readonly RecordedEvent[]): StreamRevision => history.at(-1)?.revision ?? -1;

const newestPosition = (events: readonly RecordedEvent[]): Position =>
  events.reduce((newest, { position }) => Math.max(newest, position), 0);

const stale = (currentRevision: StreamRevision) => ({ outcome: 'stale', currentRevision }) as const;

const revisionOf = (expected: ExpectedRevision): StreamRevision => (expected === 'no-stream' ? -1 : expected);
