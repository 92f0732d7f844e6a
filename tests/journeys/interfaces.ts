import { randomUUID } from 'node:crypto';

/** What came of a command, whichever way it was sent. */
export interface Outcome {
  readonly subject: string | null;
  /** The code and the sentence of a refusal. */
  readonly refusal: { readonly code: string; readonly detail: string } | null;
}

interface Sending {
  readonly as: string;
  /** The mutation; the path follows from the command’s definition. */
  readonly mutation: string;
  readonly path: string;
  readonly input: Record<string, unknown>;
}

export type Basis = { readonly actions: readonly string[] } | { readonly finding: string };

/** One of the two ways in for programs. */
export interface Interface {
  /** How a code of a vocabulary is written. */
  code(code: string): string;
  /** What an assessment rests on. */
  basis(basis: Basis): object;
  send(sending: Sending): Promise<Outcome>;
}

const signIn = async (address: string, personId: string): Promise<string> => {
  const response = await fetch(`${address}/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
};

const jsonWith = async (address: string, as: string): Promise<Record<string, string>> => ({
  'content-type': 'application/json',
  accept: 'application/json',
  cookie: await signIn(address, as),
});

/** `POST /api/...` with an `Idempotency-Key`; refusals are problem documents. Fields that the path names stay out of the body. */
export const overHttp = (address: string): Interface => ({
  code: (code) => code,
  basis: (basis) => ({ kind: 'actions' in basis ? 'concrete_actions' : 'no_action_finding', ...basis }),
  async send({ as, path, input }) {
    const filled = path.replace(/:(\w+)/g, (_, field: string) => String(input[field]));
    const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, field]) => field));
    const body = Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.has(field)));
    const response = await fetch(`${address}/api${filled}`, {
      method: 'POST',
      headers: { ...(await jsonWith(address, as)), 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { subject?: string; code?: string; detail?: string };
    return response.ok
      ? { subject: answer.subject ?? null, refusal: null }
      : { subject: null, refusal: { code: answer.code ?? '', detail: answer.detail ?? '' } };
  },
});

const typeName = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

/** The mutation of the same name; refusals are part of the answer. */
export const overGraphql = (address: string): Interface => ({
  code: (code) => code.toUpperCase(),
  basis: (basis) => ({ ['actions' in basis ? 'concreteActions' : 'noActionFinding']: basis }),
  async send({ as, mutation, input }) {
    const query = `mutation Journey($input: ${typeName(mutation)}!, $idempotencyKey: ID!) {
      ${mutation}(input: $input, idempotencyKey: $idempotencyKey) { answer { subject } refusal { code detail } }
    }`;
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: await jsonWith(address, as),
      body: JSON.stringify({ query, variables: { input, idempotencyKey: randomUUID() } }),
    });
    const reply = (await response.json()) as {
      data?: Record<string, { answer: { subject: string } | null; refusal: Outcome['refusal'] }>;
      errors?: readonly { message: string }[];
    };
    const payload = reply.data?.[mutation];
    if (!payload) throw new Error(reply.errors?.map(({ message }) => message).join('; ') ?? 'No answer came');
    return { subject: payload.answer?.subject ?? null, refusal: payload.refusal };
  },
});
