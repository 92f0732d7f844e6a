import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

interface Sent {
  readonly method?: string;
  /** Goes out as it stands: nothing tidies it up. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A client that keeps its connections, so many at a time. */
export interface Wire {
  send(sent: Sent): Promise<Answer>;
  /** The cookie of a demonstration person. */
  cookieOf(personId: string): Promise<string>;
  close(): void;
}

export const openWire = (port: number, connections = 8): Wire => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const cookies = new Map<string, Promise<string>>();
  const exchange = ({ method = 'POST', path, headers = {}, body = '' }: Sent, by: Agent | false): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = String(Buffer.byteLength(body));
      const asked = request(
        { host: '127.0.0.1', port, agent: by, method, path, headers: { 'content-length': length, ...headers } },
        (response) =>
          void text(response).then(
            (read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: read }),
            reject,
          ),
      );
      asked.on('error', (error: NodeJS.ErrnoException) =>
        // A server ends what was silent for long at the very moment at which it is used again.
        asked.reusedSocket && error.code === 'ECONNRESET'
          ? resolve(exchange({ method, path, headers, body }, false))
          : reject(error),
      );
      asked.end(body);
    });
  const send = (sent: Sent): Promise<Answer> => exchange(sent, agent);
  const signIn = async (personId: string): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await send({ path: '/identity/sign-in', headers, body: JSON.stringify({ personId }) });
    return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  };
  return {
    send,
    cookieOf(personId) {
      const known = cookies.get(personId) ?? signIn(personId);
      cookies.set(personId, known);
      return known;
    },
    close: () => agent.destroy(),
  };
};
