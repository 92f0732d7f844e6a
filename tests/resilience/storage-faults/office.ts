import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandAnswer, ProblemDocument } from '@demarche/contracts';

export interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
  readonly milliseconds: number;
}

export interface Health {
  readonly status: string;
  readonly checks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A person at a desk who logs meetings, and somebody who looks whether Demarche is well. */
export interface Office {
  /** Sends one meeting. Under the same key it is the same command. */
  log(key?: string, summary?: string): Promise<Answered>;
  /** How many meetings the views know of; or what was answered instead. */
  listed(): Promise<number | string>;
  health(): Promise<Health>;
  /** Asks again until Demarche says so of itself. */
  untilHealth(isSo: (health: Health) => boolean): Promise<Health>;
}

const LOOK_EVERY_MS = 25;

export const openOffice = async (address: string): Promise<Office> => {
  const signedIn = await fetch(`${address}/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'miriam.castellanos' }),
  });
  const headers = {
    'content-type': 'application/json',
    cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
  const health = async (): Promise<Health> => (await (await fetch(`${address}/readyz`)).json()) as Health;
  return {
    health,
    async log(key = randomUUID(), summary = 'They will answer in the spring.') {
      const began = performance.now();
      const response = await fetch(`${address}/api/engagements`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': key },
        body: JSON.stringify(meeting(summary)),
      });
      const body = await response.json();
      const retryAfter = response.headers.get('retry-after');
      return { status: response.status, retryAfter, body, milliseconds: performance.now() - began };
    },
    async listed() {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: '{ engagements(first: 1) { totalCount } }' }),
      });
      const { data, errors } = (await response.json()) as {
        data?: { engagements: { totalCount: number } };
        errors?: { extensions: { code: string } }[];
      };
      return data?.engagements.totalCount ?? errors?.[0]?.extensions.code ?? `HTTP ${response.status}`;
    },
    async untilHealth(isSo) {
      for (;;) {
        const current = await health();
        if (isSo(current)) return current;
        await delay(LOOK_EVERY_MS);
      }
    },
  };
};

const meeting = (summary: string) => ({
  occurredOn: '2025-10-02',
  countries: ['XKD'],
  post: 'Embassy Kald City',
  theirParticipants: [{ name: 'T. Varga', title: 'Deputy Minister', body: 'Ministry of Justice' }],
  summary,
});

export const answerIn = ({ body }: Answered): CommandAnswer => CommandAnswer.parse(body);
export const problemIn = ({ body }: Answered): ProblemDocument => ProblemDocument.parse(body);
