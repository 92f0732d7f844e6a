import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
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

/** What readiness says of a process. */
export const readiness = async (address: string) => {
  const response = await fetch(`${address}/readyz`);
  const body = (await response.json()) as {
    status: string;
    checks: { projections: { lag: number; parked: number; rebuild: object | null } };
  };
  return { http: response.status, status: body.status, ...body.checks.projections, ready: body.status };
};
