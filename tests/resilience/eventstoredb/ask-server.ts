import { readFileSync } from 'node:fs';
import { request as requestPlainly } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { json } from 'node:stream/consumers';

export interface Asked {
  readonly port: number;
  readonly path: string;
  /** The file of the authority, where it is to be asked over TLS. */
  readonly caFile?: string | undefined;
  /** As whom: `user:password`. */
  readonly auth?: string;
  /** What is posted. */
  readonly body?: object;
}

/** Asks a KurrentDB over HTTP. Nothing where it does not answer, or with something else. */
export const askServer = async ({ port, path, caFile, auth, body }: Asked): Promise<unknown> => {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const to = {
    host: '127.0.0.1',
    port,
    path,
    method: body ? 'POST' : 'GET',
    headers: HEADERS,
    ...(auth ? { auth } : {}),
  };
  const sent = caFile ? requestOverTls({ ...to, ca: readFileSync(caFile) }) : requestPlainly(to);
  sent.on('response', (response) => json(response).then(resolve, reject)).on('error', reject);
  sent.end(body && JSON.stringify(body));
  return promise.catch(() => undefined);
};

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
