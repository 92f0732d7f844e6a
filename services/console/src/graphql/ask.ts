import { codesIn, namesIn } from './enum-names.ts';
import { newTrace } from './new-trace.ts';

/** Why a question got no answer. `offline`: nothing came back; the record itself is untouched. */
export class AskFailed extends Error {
  override readonly name = 'AskFailed';
  readonly kind: 'offline' | 'signed-out' | 'refused';
  /** The gateway's own, where it said one. */
  readonly code: string | undefined;
  /** What it is asked of is away, and said when it is worth asking again. */
  readonly retryAfterMs: number | undefined;
  constructor(kind: AskFailed['kind'], message: string, { code, retryAfterMs }: FailureDetails = {}) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

interface FailureDetails {
  readonly code?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

export interface GraphQLReply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: ReadonlyArray<{ readonly message: string; readonly extensions?: { readonly code?: string } }>;
  readonly retryAfterMs?: number | undefined;
}

/** Every document of the console goes this one way. A word or two about the fault is all that a page needs. */
export const post = async (query: string, variables: object, signal?: AbortSignal): Promise<GraphQLReply> => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...newTrace() },
    body: JSON.stringify({ query, variables: namesIn(variables) }),
    ...(signal ? { signal } : {}),
  }).catch((fault: unknown) => {
    if (signal?.aborted) throw fault;
    throw new AskFailed('offline', 'There is no connection to Demarche.');
  });
  if (response.status === 401) throw new AskFailed('signed-out', 'Nobody is signed in.');
  const retryAfterMs = retryAfterIn(response);
  const reply = (await response.json().catch(() => null)) as GraphQLReply | null;
  // What stands before the gateway says in its own way that the gateway is away.
  if (!reply || !('data' in reply || 'errors' in reply))
    throw new AskFailed('offline', `Demarche answered with an error (${response.status}).`, { retryAfterMs });
  return { ...reply, data: codesIn(reply.data ?? null) as Record<string, unknown> | null, retryAfterMs };
};

/** What the services say. Less, or a header that says nothing, would be one question upon the other. */
const SHORTEST_PAUSE_MS = 2_000;

const retryAfterIn = ({ status, headers }: Response): number | undefined => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return status === 503 && seconds >= 0 ? Math.max(seconds * 1_000, SHORTEST_PAUSE_MS) : undefined;
};

export const failureIn = ({ errors, retryAfterMs }: GraphQLReply): AskFailed | null => {
  const first = errors?.[0];
  if (!first) return null;
  const code = first.extensions?.code;
  return new AskFailed(code === 'not-signed-in' ? 'signed-out' : 'refused', first.message, { code, retryAfterMs });
};

/** Whatever else was thrown is a fault of the page. */
export const failureOf = (fault: unknown): AskFailed =>
  fault instanceof AskFailed ? fault : new AskFailed('refused', 'Something went wrong on this page.');

/** Asks a question; the answer is the document's data. @throws AskFailed */
export const ask = async <Answer>(query: string, variables: object, signal?: AbortSignal): Promise<Answer> => {
  const reply = await post(query, variables, signal);
  const failure = failureIn(reply);
  if (failure) throw failure;
  return reply.data as Answer;
};
