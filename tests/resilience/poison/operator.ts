import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../services/cli/bin/demarche.mjs', import.meta.url));

/** The real `demarche` command, to its end. */
export const demarche = async (address: string, ...commandLine: readonly string[]) => {
  const child = spawn(process.execPath, [command, ...commandLine], {
    env: { DEMARCHE_URL: address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number, out, err };
};

export interface Desk {
  /** @throws where the graph answers with an error */
  graph<Data>(query: string): Promise<Data>;
  /** What an address below `/operator` answers. */
  operate<Body>(method: 'GET' | 'POST', path: string, body?: object): Promise<Body>;
  /** Sends a command; answers whatever came of it. */
  record(path: string, body: object): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
}

/** Somebody who is signed in. */
export const signedIn = async (address: string, personId = 'ines.okafor'): Promise<Desk> => {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const { headers } = await post('/identity/sign-in', { personId });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    async graph<Data>(query: string) {
      const response = await post('/graphql', { query }, { cookie });
      const { data, errors } = (await response.json()) as { data?: Data; errors?: readonly { message: string }[] };
      if (!data || errors) throw new Error(`${response.status}: ${JSON.stringify(errors)}`);
      return data;
    },
    async operate<Body>(method: 'GET' | 'POST', path: string, body: object = {}) {
      const below = `/operator${path}`;
      const response =
        method === 'POST' ? await post(below, body, { cookie }) : await fetch(address + below, { headers: { cookie } });
      return (await response.json()) as Body;
    },
    async record(path, body) {
      const response = await post(`/api${path}`, body, { cookie, 'idempotency-key': randomUUID() });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
  };
};

const LOOK_AGAIN_AFTER_MS = 50;
const PATIENCE_MS = 60_000;

interface Ready {
  readonly status: string;
  readonly checks: { readonly projections: { lag: number | null; parked: number; rebuild: object | null } };
}

/** What readiness says of a process, once the record has told it how far it goes: on a busy machine that can take a moment. */
export const readiness = async (address: string) => {
  const tooLong = Date.now() + PATIENCE_MS;
  for (;;) {
    const response = await fetch(`${address}/readyz`);
    const { status, checks } = (await response.json()) as Ready;
    if (checks.projections.lag !== null || Date.now() > tooLong)
      return { http: response.status, status, ...checks.projections, ready: status };
    await delay(LOOK_AGAIN_AFTER_MS);
  }
};
