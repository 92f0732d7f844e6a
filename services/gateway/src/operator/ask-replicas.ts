import { ProblemDocument } from '@demarche/contracts';
import { problem, type ServiceKey, trustedServiceHeader } from '@demarche/service-kit';
import { traceHeaders } from '@demarche/telemetry';
import type { z } from 'zod';
import { askPatiently, type PatientRequest } from './ask-patiently.ts';

export interface ReplicasToAsk {
  readonly addresses: readonly string[];
  /** Shared with the projections; proves to them that a service asks. */
  readonly key: ServiceKey;
}

export interface OperatorRequest<Answer> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly answer: z.ZodType<Answer>;
  readonly correlationId: string;
}

export interface FromReplica<Answer> {
  readonly address: string;
  readonly answer: Answer;
}

/** What is to be answered in place of what was asked for. */
export class OperatorRefused extends Error {
  override readonly name = 'OperatorRefused';
  readonly problem: ProblemDocument;
  constructor(document: ProblemDocument) {
    super(document.detail);
    this.problem = document;
  }
}

/** @throws OperatorRefused where any of them refuses, in its words, or does not answer */
export const askEach = <Answer>(
  { addresses, key }: ReplicasToAsk,
  asked: OperatorRequest<Answer>,
): Promise<FromReplica<Answer>[]> => Promise.all(addresses.map((address) => askReplica(address, key, asked)));

/** @throws OperatorRefused where it refuses, in its words, or does not answer */
export const askReplica = async <Answer>(
  address: string,
  key: ServiceKey,
  asked: OperatorRequest<Answer>,
): Promise<FromReplica<Answer>> => {
  const response = await askPatiently(`${address}${asked.path}`, requestOf(asked, key)).catch(() => null);
  const answer = response?.ok ? asked.answer.safeParse(response.body) : undefined;
  if (answer?.success) return { address, answer: answer.data };
  throw new OperatorRefused(ProblemDocument.safeParse(response?.body).data ?? away(address, asked.correlationId));
};

const QUESTION_MS = 5_000;
/** Offering again what has been parked for long takes its time. */
const WISH_MS = 10 * 60_000;

const requestOf = ({ method, body, correlationId }: OperatorRequest<unknown>, key: ServiceKey): PatientRequest => ({
  method,
  withinMs: method === 'GET' ? QUESTION_MS : WISH_MS,
  headers: {
    'Content-Type': 'application/json',
    'X-Correlation-Id': correlationId,
    ...trustedServiceHeader(key),
    ...traceHeaders(),
  },
  ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
});

const away = (address: string, correlationId: string): ProblemDocument =>
  problem('views-unavailable', correlationId, {
    detail: `The replica of the projections at ${address} does not answer, and this is a matter of all of them. Start it, or take its address out of DEMARCHE_PROJECTIONS, then try again.`,
  }).problem;
