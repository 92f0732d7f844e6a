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
import { connectionFailed } from './connection-failed.ts';

export interface HttpCommandsOptions {
  /** Where each write service takes commands: `http://recommendations:4801/api`. */
  readonly addresses: Readonly<Record<OwningService, string>>;
  /** Shared with the write services; proves to them that the officer named is the one signed in here. */
  readonly key: ServiceKey;
  /** Milliseconds until a service that does not answer counts as unreachable, however often it was tried. */
  readonly timeout?: number;
}

/**
 * A write service did not answer, or answered what no write service answers. Something may have been recorded, unless
 * nothing arrived; the same key makes trying again safe.
 */
export class CommandServiceUnreachable extends Error {
  override readonly name = 'CommandServiceUnreachable';
  /** No connection came about, however often it was tried. */
  readonly nothingArrived: boolean;
  constructor(
    message: string,
    { nothingArrived = false, ...options }: ErrorOptions & { nothingArrived?: boolean } = {},
  ) {
    super(message, options);
    this.nothingArrived = nothingArrived;
  }
}

/**
 * Sends commands to the write services over HTTP. Where a connection breaks or does not come about, as while a service is
 * started anew, the same is sent again for a few seconds: under the same key that is safe.
 */
export const httpCommands = ({ addresses, key, timeout = 10_000 }: HttpCommandsOptions): CommandClient => ({
  async send(name, input, sending) {
    const definition = commandDefinition(name);
    if (!definition) throw new Error(`${name} is not in the catalogue of commands`);
    const { service } = definition;
    const { path, body } = requestOf(definition, input);
    const response = await reach(service, `${addresses[service]}${path}`, {
      method: 'POST',
      headers: headersOf(sending, key),
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    return resultOf(service, response);
  },
});

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

const reach = async (service: OwningService, address: string, request: Sending): Promise<Response> => {
  let nothingArrived = true;
  for (let failures = 1; ; failures += 1) {
    try {
      return await fetch(address, request);
    } catch (cause) {
      nothingArrived &&= connectionFailed(cause);
      if (await timeToTryAgain(failures, request.signal)) continue;
      throw new CommandServiceUnreachable(`The service of ${service} did not answer`, { cause, nothingArrived });
    }
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
