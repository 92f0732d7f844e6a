import { randomBytes, randomUUID } from 'node:crypto';

/** The trace that a request of a browser began. */
export interface Began {
  readonly traceId: string;
  readonly spanId: string;
}

const engagement = {
  occurredOn: '2026-03-02',
  countries: ['XKD'],
  post: 'Embassy Kald City',
  theirParticipants: [{ name: 'Joan Park', title: 'Minister', body: 'Ministry of Labour' }],
  summary: 'The minister named the autumn session for the law on recruitment fees.',
};

const mutation = `mutation ($input: LogEngagementInput!, $key: ID!) {
  logEngagement(input: $input, idempotencyKey: $key) { answer { subject } refusal { code detail } }
}`;

/**
 * Does what an officer's browser does: watches for changes, records a meeting, waits until it hears of it, and reads it
 * again. Answers which traces recording and reading began.
 */
export const recordAndWatch = async (address: string): Promise<{ recording: Began; reading: Began }> => {
  const cookie = await signIn(address);
  const watching = await watch(address, cookie);
  const ask = asking(address, cookie);
  const recorded = await ask(mutation, { input: engagement, key: randomUUID() });
  const { subject } = (recorded.data['logEngagement'] as { answer: { subject: string } }).answer;
  await watching.until(subject);
  watching.end();
  const read = await ask('query ($id: EngagementId!) { engagement(id: $id) { summary } }', { id: subject });
  if (!read.data['engagement']) throw new Error(`${subject} was announced and is not there`);
  return { recording: recorded.began, reading: read.began };
};

/** Asks as the console does: each request begins a trace. */
const asking = (address: string, cookie: string) => async (query: string, variables: object) => {
  const began = { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') };
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      traceparent: `00-${began.traceId}-${began.spanId}-01`,
      cookie,
    },
    body: JSON.stringify({ query, variables }),
  });
  const reply = (await response.json()) as { data?: Readonly<Record<string, unknown>>; errors?: unknown };
  if (!reply.data || reply.errors) throw new Error(`No answer: ${JSON.stringify(reply)}`);
  return { began, data: reply.data };
};

const signIn = async (address: string): Promise<string> => {
  const response = await fetch(`${address}/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'ines.okafor' }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
};

const watch = async (address: string, cookie: string) => {
  const leaving = new AbortController();
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie },
    body: JSON.stringify({ query: 'subscription { changes { position countries subjects } }' }),
    signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(60_000)]),
  });
  const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  const until = async (awaited: string): Promise<void> => {
    while (!received.includes(awaited)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`The stream of changes ended before ${awaited}: ${received}`);
      received += value;
    }
  };
  // It begins with a comment once it listens.
  await until(':\n\n');
  return { until, end: () => leaving.abort() };
};
