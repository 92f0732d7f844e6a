import { readFileSync } from 'node:fs';
import { request as requestPlainly } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly port: number;
  readonly path: string;
  /** The file of the authority, where it is asked over TLS. */
  readonly caFile?: string | undefined;
  /** As whom: `user:password`. */
  readonly auth?: string;
  /** What is posted. */
  readonly posted?: object;
  readonly type?: string;
}

export interface ServerAnswer {
  readonly status: number | undefined;
  readonly said: string;
}

/** Asks a KurrentDB over HTTP. Nothing where nobody answers, or in another language. */
export const askServer = async (asked: Asked): Promise<ServerAnswer | undefined> => {
  const { port, path, caFile, auth, posted, type = 'application/json' } = asked;
  const { promise, resolve, reject } = Promise.withResolvers<ServerAnswer>();
  const headers = { accept: 'application/json', 'content-type': type };
  const to = { host: '127.0.0.1', port, path, method: posted ? 'POST' : 'GET', headers, ...(auth ? { auth } : {}) };
  const sent = caFile ? requestOverTls({ ...to, ca: readFileSync(caFile) }) : requestPlainly(to);
  sent.on('response', (response) => {
    text(response).then((said) => resolve({ status: response.statusCode, said }), reject);
  });
  sent.on('error', reject);
  sent.end(posted && JSON.stringify(posted));
  return promise.catch(() => undefined);
};
