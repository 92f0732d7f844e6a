import { codesIn, namesIn } from './enum-names.ts';

/** Why a question got no answer. `offline`: nothing came back; the record itself is untouched. */
export class AskFailed extends Error {
  override readonly name = 'AskFailed';
  readonly kind: 'offline' | 'signed-out' | 'refused';
  constructor(kind: 'offline' | 'signed-out' | 'refused', message: string) {
    super(message);
    this.kind = kind;
  }
}

export interface GraphQLReply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: ReadonlyArray<{ readonly message: string; readonly extensions?: { readonly code?: string } }>;
}

/** Every document of the console goes this one way. A word or two about the fault is all that a page needs. */
export const post = async (query: string, variables: object, signal?: AbortSignal): Promise<GraphQLReply> => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables: namesIn(variables) }),
    ...(signal ? { signal } : {}),
  }).catch((fault: unknown) => {
    if (signal?.aborted) throw fault;
    throw new AskFailed('offline', 'There is no connection to Demarche.');
  });
  if (response.status === 401) throw new AskFailed('signed-out', 'Nobody is signed in.');
  const reply = (await response.json().catch(() => null)) as GraphQLReply | null;
  if (!reply) throw new AskFailed('offline', `Demarche answered with an error (${response.status}).`);
  return { ...reply, data: codesIn(reply.data ?? null) as Record<string, unknown> | null };
};

export const failureIn = ({ errors }: GraphQLReply): AskFailed | null => {
  const first = errors?.[0];
  if (!first) return null;
  return new AskFailed(first.extensions?.code === 'not-signed-in' ? 'signed-out' : 'refused', first.message);
};

/** Asks a question; the answer is the document's data. @throws AskFailed */
export const ask = async <Answer>(query: string, variables: object, signal?: AbortSignal): Promise<Answer> => {
  const reply = await post(query, variables, signal);
  const failure = failureIn(reply);
  if (failure) throw failure;
  return reply.data as Answer;
};
