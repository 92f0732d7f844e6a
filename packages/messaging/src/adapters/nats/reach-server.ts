import { connect } from 'node:net';

const USUAL_PORT = 4222;

/** Host and port of `nats://host:port` or `tls://host:port`. */
export const placeOf = (server: string): { readonly host: string; readonly port: number } => {
  const { hostname, port } = new URL(server.replace(/^[a-z]+:/, 'http:'));
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? unsaidPort(server) : Number(port) };
};

/** Port 80 is what `http:` stands for, so that URL leaves it out even where it is said. */
const unsaidPort = (server: string): number => (/:80\/?$/.test(server) ? 80 : USUAL_PORT);

export interface Patience {
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/**
 * Waits until a server says its first word. A frozen one takes the connection and says nothing; the library would leave
 * such a connection open for ever, and another one with every attempt.
 * @throws why it does not
 */
export const reachServer = (server: string, { withinMs, signal }: Patience): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ ...placeOf(server), signal });
  socket.setTimeout(withinMs, () => reject(new Error('it does not answer')));
  socket.once('data', () => resolve());
  socket.on('error', reject);
  socket.once('close', () => reject(new Error('it ends the connection')));
  return promise.finally(() => socket.destroy());
};
