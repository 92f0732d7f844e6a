import { connect, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate } from 'node:timers/promises';
import type { Outcome } from '../tally.ts';

export interface RawExchange {
  readonly port: number;
  /** Sent as they stand, one after another; without an end when the generator has none. */
  readonly pieces: Iterable<string | Uint8Array>;
  /** Between two pieces. */
  readonly pauseMs?: number;
  /** The client's own patience; by then the server must have answered or closed. */
  readonly patienceMs?: number;
}

export interface RawAnswer {
  readonly outcome: Outcome;
  readonly text: string;
  /** By the server, before the client had no patience any more. */
  readonly closed: boolean;
}

/** Writes bytes to a connection until the server closes it, and reads what came back. */
export const rawExchange = async ({
  port,
  pieces,
  pauseMs = 0,
  patienceMs = 60_000,
}: RawExchange): Promise<RawAnswer> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    if (text.length < 20_000) text += chunk;
  });
  socket.on('error', () => undefined);
  const closed = new Promise<'closed'>((resolve) => {
    for (const event of ['end', 'close'] as const) socket.once(event, () => resolve('closed'));
  });
  void writeAll(socket, pieces, pauseMs);
  const patience = AbortSignal.timeout(patienceMs);
  const ended = await Promise.race([closed, aborted(patience)]);
  socket.destroy();
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1];
  if (ended === 'out of patience' && !status) throw new Error(`Nobody answered or closed within ${patienceMs} ms`);
  return { outcome: status ? Number(status) : 'dropped', text, closed: ended === 'closed' };
};

const aborted = (signal: AbortSignal): Promise<'out of patience'> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve('out of patience'), { once: true }));

const writeAll = async (socket: Socket, pieces: Iterable<string | Uint8Array>, pauseMs: number): Promise<void> => {
  for (const piece of pieces) {
    if (socket.destroyed || socket.readableEnded) return;
    const taken = socket.write(piece);
    if (pauseMs > 0) await delay(pauseMs);
    // What has come meanwhile is read first: to write where the server has closed by now would lose it.
    await setImmediate();
    if (!taken) await drained(socket);
  }
};

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const events = ['drain', 'end', 'close'] as const;
    const over = () => {
      for (const event of events) socket.off(event, over);
      resolve();
    };
    for (const event of events) socket.on(event, over);
  });
