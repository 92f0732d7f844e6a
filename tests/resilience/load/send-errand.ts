import type { CommandAnswer, ProblemDocument } from '@demarche/contracts';
import type { Refusal, Reply } from './acknowledged.ts';
import type { Errand } from './errand.ts';

export interface Connection {
  readonly address: string;
  /** The cookie of a demonstration person. */
  readonly cookies: ReadonlyMap<string, string>;
}

/** Sends a command over HTTP as any program would. Undefined when nobody answered: it may or may not be on record. */
export const sendErrand = async (
  { address, cookies }: Connection,
  { definition, as, input }: Errand,
  key: string,
): Promise<Reply | Refusal | undefined> => {
  const inPath = [...definition.path.matchAll(/:(\w+)/g)].map(([, field]) => field ?? '');
  const path = definition.path.replace(/:(\w+)/g, (_, field: string) => String(input[field]));
  const body = Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.includes(field)));
  try {
    const response = await fetch(`${address}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookies.get(as) ?? '', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    return response.ok ? await replyOf(response) : await refusalOf(response);
  } catch (error) {
    // What fetch throws when the other side is gone, before the answer or within it.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

const replyOf = async (response: Response): Promise<Reply> => ({
  status: response.status,
  location: response.headers.get('location'),
  revision: Number(/"(-?\d+)"/.exec(response.headers.get('etag') ?? '')?.[1]),
  position: Number(response.headers.get('x-position')),
  answer: (await response.json()) as CommandAnswer,
});

const refusalOf = async (response: Response): Promise<Refusal> => ({
  status: response.status,
  retryAfter: response.headers.get('retry-after'),
  problem: problemIn(response.headers.get('content-type'), await response.text()),
});

const problemIn = (type: string | null, text: string): Refusal['problem'] =>
  type?.startsWith('application/problem+json')
    ? (JSON.parse(text) as ProblemDocument)
    : { code: 'no-problem-document', detail: text.slice(0, 200) };

/** Signs in as each of the persons. The cookies hold across restarts. */
export const signIn = async (address: string, persons: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const cookies = new Map<string, string>();
  for (const personId of persons) {
    const response = await fetch(`${address}/identity/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    cookies.set(personId, response.headers.get('set-cookie')?.split(';')[0] ?? '');
  }
  return cookies;
};
