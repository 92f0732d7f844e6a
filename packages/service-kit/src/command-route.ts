import { hash } from 'node:crypto';
import {
  type Command,
  type CommandAnswer,
  type CommandDefinition,
  type CommandId,
  type InputOf,
  type IsoDate,
  type Marking,
  type Officer,
  type ProblemDocument,
  UnreadableEvent,
} from '@demarche/contracts';
import { AppendTooLarge, type CommandEnvelope, type CommandResult, StoreUnavailable } from '@demarche/event-store';
import type { Clock } from '@demarche/kernel';
import { beginAtZero, metricAttributes, metrics, spanAttributes, spanNames, timed, traced } from '@demarche/telemetry';
import { entryOf } from './entry-of.ts';
import { parseInput } from './parse-input.ts';
import { faultyKey, malformed, problem, problemOfStore, refused, suspected } from './problem.ts';
import { requestHeaders } from './request-headers.ts';
import { screenFreeText } from './screen-free-text.ts';

/** A command as it arrives, by whatever way: its raw input, and what the connection says about it. */
export interface CommandRequest {
  readonly input: unknown;
  /** The `Idempotency-Key`. */
  readonly commandId: string | undefined;
  readonly officer: Officer;
  readonly correlationId: string;
  readonly ifMatch?: number;
}

export type CommandReply =
  | { readonly outcome: 'answered'; readonly status: 200 | 201; readonly answer: CommandAnswer }
  | { readonly outcome: 'refused'; readonly problem: ProblemDocument };

/** One command a service takes, without the protocol: HTTP and the in-process client both end here. */
export interface CommandRoute {
  readonly definition: CommandDefinition;
  execute(request: CommandRequest): Promise<CommandReply>;
}

/** What a slice answers: the result of `handleCommand`, and where its subject is to be read. */
export type Handled<Code extends string = string> = CommandResult<Code> & {
  readonly subject: string;
  readonly location: string;
};

/** What is not searched for a victim's personal data: the fields that hold what a government has published already. */
export interface Screening {
  readonly publishedFields?: readonly string[];
}

/** Makes a command's way in: parse the input, search its text, hand the command to the slice, turn the result into an answer or a problem. */
export const commandRoute = <Definition extends CommandDefinition>(
  clock: Clock,
  definition: Definition,
  handle: (
    command: Command<Definition['name'], InputOf<Definition>>,
    envelope: CommandEnvelope,
  ) => Promise<Handled<string>>,
  screening: Screening = {},
): CommandRoute => {
  const reply = async (request: CommandRequest): Promise<CommandReply> => {
    if (!isUuid(request.commandId)) return faultyKey(request.commandId, request.correlationId);
    const parsed = parseInput(definition.input, request.input);
    if (!parsed.success) return malformed(parsed.error, request.correlationId);
    const suspicions = suspicionsIn(parsed.data, screening);
    if (suspicions.length > 0) return suspected(suspicions, request.correlationId);
    const envelope = envelopeOf(request, request.commandId, clock, { name: definition.name, ...parsed.data });
    const command = { ...parsed.data, name: definition.name, ...circumstancesOf(envelope) } as unknown;
    try {
      return replyTo(definition, request.correlationId, await handle(command as never, envelope));
    } catch (error) {
      if (error instanceof StoreUnavailable) return problem(problemOfStore[error.trouble], request.correlationId);
      if (error instanceof UnreadableEvent) return problem('record-unreadable', request.correlationId);
      if (error instanceof AppendTooLarge) return problem('too-large', request.correlationId);
      throw error;
    }
  };
  beginAtZero(metrics.commandDuration, { [metricAttributes.command]: definition.name }, OUTCOMES);
  return { definition, execute: (request) => withinSpan(definition.name, request, () => reply(request)) };
};

const suspicionsIn = (input: object, { publishedFields = [] }: Screening) =>
  screenFreeText(
    publishedFields.length === 0
      ? input
      : Object.fromEntries(Object.entries(input).filter(([field]) => !publishedFields.includes(field))),
  );

const withinSpan = (name: string, { correlationId }: CommandRequest, reply: () => Promise<CommandReply>) =>
  traced(
    spanNames.command(name),
    { [spanAttributes.command]: name, [spanAttributes.correlationId]: correlationId },
    async (span) => {
      const answered = await timed(metrics.commandDuration, { [metricAttributes.command]: name }, reply, outcomeOf);
      span.setAttribute(spanAttributes.outcome, answered.outcome);
      if (answered.outcome === 'refused') span.setAttribute(spanAttributes.rejection, answered.problem.code);
      return answered;
    },
  );

const OUTCOMES = ['answered', 'refused', 'failed'] as const;

/** What a rule or the input forbids is refused; what we cannot do at the moment has failed. */
const outcomeOf = (reply: CommandReply): (typeof OUTCOMES)[number] =>
  reply.outcome === 'refused' && reply.problem.status >= 500 ? 'failed' : reply.outcome;

const isUuid = (value: string | undefined): value is CommandId =>
  value !== undefined && requestHeaders.idempotencyKey.test(value);

/** The fingerprint covers the command’s name too: some commands of one record take the very same input. */
const envelopeOf = (request: CommandRequest, commandId: CommandId, clock: Clock, named: object): CommandEnvelope => ({
  commandId,
  officer: request.officer,
  today: clock.now().slice(0, 10) as IsoDate,
  fingerprint: hash('sha256', JSON.stringify(named)),
  correlationId: request.correlationId,
  causationId: commandId,
  marking: 'marking' in named ? (named.marking as Marking) : 'U',
  ...(request.ifMatch === undefined ? {} : { ifMatch: request.ifMatch }),
});

const circumstancesOf = ({ commandId, officer, today }: CommandEnvelope) => ({ commandId, officer, today });

const replyTo = (definition: CommandDefinition, correlationId: string, handled: Handled<string>): CommandReply => {
  switch (handled.outcome) {
    case 'recorded':
    case 'repeated':
    case 'unchanged':
      return { outcome: 'answered', status: handled.outcome === 'unchanged' ? 200 : 201, answer: answerOf(handled) };
    case 'rejected':
      return refused(definition, handled.code, handled.detail, correlationId);
    case 'stale':
      return problem('stale', correlationId, { currentRevision: handled.currentRevision });
    case 'key-reused':
    case 'contended':
      return problem(handled.outcome, correlationId);
  }
};

const answerOf = (handled: Extract<Handled<string>, { position: number }>): CommandAnswer => ({
  subject: handled.subject,
  location: handled.location,
  revision: handled.revision,
  position: handled.position,
  recorded: handled.outcome !== 'unchanged',
  repeated: handled.outcome === 'repeated',
  events:
    handled.outcome === 'unchanged'
      ? []
      : handled.events.map(({ eventId, type, data }) => ({ eventId, type, entry: entryOf(data) })),
});
