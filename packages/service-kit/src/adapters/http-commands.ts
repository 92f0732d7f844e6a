import {
  CommandAnswer,
  type CommandClient,
  type CommandDefinition,
  commandDefinition,
  type OwningService,
  ProblemDocument,
  type SendOptions,
  type SendResult,
} from '@demarche/contracts';
import { traceHeaders } from '@demarche/telemetry';
import type { ServiceKey } from '../service-key.ts';
import { timeToTryAgain } from '../time-to-try-again.ts';
import { trustedHeader } from '../trusted-header.ts';

export interface HttpCommandsOptions {
  /** Where each write service takes commands: `http://recommendations:4801/api`. */
  readonly addresses: Readonly<Record<OwningService, string>>;
  /** Shared with the write services; proves to them that the officer named is the one signed in here. */
  readonly key: ServiceKey;
  /** Milliseconds until a service that does not answer counts as unreachable, however often it was tried. */
  readonly timeout?: number;
}

export interface HttpCommands extends CommandClient {
  /** The service did not believe, when it was last sent a command, that the officer is signed in here: the keys differ. */
  refusesOfficers(service: OwningService): boolean;
}

/** A write service did not answer, or answered what no write service answers. Something may have been recorded; the same key makes trying again safe. */
export class CommandServiceUnreachable extends Error {
  override readonly name = 'CommandServiceUnreachable';
}

/**
 * Sends commands to the write services over HTTP. Where a connection breaks or does not come about, as while a service is
 * started anew, the same is sent again for a few seconds: under the same key that is safe.
 */
export const httpCommands = (options: HttpCommandsOptions): HttpCommands => {
  const doubting = new Set<OwningService>();
  return {
    refusesOfficers: (service) => doubting.has(service),
    send: async (name, input, sending) => {
      const definition = commandDefinition(name);
      if (!definition) throw new Error(`${name} is not in the catalogue of commands`);
      const { service } = definition;
      const { path, body } = requestOf(definition, input);
      const response = await reach(service, `${options.addresses[service]}${path}`, {
        method: 'POST',
        headers: headersOf(sending, options.key),
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeout ?? 10_000),
      });
      // Every command names an officer: the service knows of none where it does not believe who says so.
      if (response.status === 401) doubting.add(service);
      else doubting.delete(service);
      return resultOf(service, response);
    },
  };
};

/** A `:name` segment of the path is the field of that name; the rest of the input is the body. */
const requestOf = (definition: CommandDefinition, input: unknown) => {
  if (typeof input !== 'object' || input === null) return { path: definition.path, body: input };
  const fields = input as Readonly<Record<string, unknown>>;
  const inPath = new Set([...definition.path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  return {
    path: definition.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(fields[name]))),
    body: Object.fromEntries(Object.entries(fields).filter(([name]) => !inPath.has(name))),
  };
};

type Sending = RequestInit & { readonly signal: AbortSignal };

const headersOf = ({ commandId, officer, correlationId, ifMatch }: SendOptions, key: ServiceKey) => ({
  'Content-Type': 'application/json',
  'Idempotency-Key': commandId,
  'X-Correlation-Id': correlationId,
  ...(ifMatch === undefined ? {} : { 'If-Match': `W/"${ifMatch}"` }),
  ...trustedHeader(officer, key),
  ...traceHeaders(),
});

const reach = async (service: OwningService, address: string, request: Sending, failures = 0): Promise<Response> => {
  try {
    return await fetch(address, request);
  } catch (cause) {
    if (await timeToTryAgain(failures + 1, request.signal)) return reach(service, address, request, failures + 1);
    throw new CommandServiceUnreachable(`The service of ${service} did not answer`, { cause });
  }
};

const resultOf = async (service: OwningService, response: Response): Promise<SendResult> => {
  const body: unknown = await response.json().catch(() => undefined);
  const answer = response.ok ? CommandAnswer.safeParse(body) : undefined;
  if (answer?.success) return { outcome: 'answered', status: response.status, answer: answer.data };
  const problem = response.ok ? undefined : ProblemDocument.safeParse(body);
  if (problem?.success) return { outcome: 'refused', problem: problem.data };
  throw new CommandServiceUnreachable(
    `The service of ${service} answered ${response.status} in a form no write service uses`,
  );
};
