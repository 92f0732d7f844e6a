import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { meetingBody } from './meeting-body.ts';

/** Something that takes commands and tells of changes: ours, or the bare one that stands beside it. */
export interface LiveServer {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where a change was heard of, and when. */
interface Heard {
  readonly position: number;
  readonly at: number;
}

export interface Listener {
  /** When it was first told of this position or one after it. */
  toldOf(position: number): Promise<number>;
  close(): void;
}

const SUBSCRIPTION = JSON.stringify({ query: 'subscription { changes { position countries } }' });

/** Opens one stream of changes, as a page of the console does. */
export const listenToChanges = ({ address, headers }: LiveServer): Promise<Listener> => {
  const { promise, resolve, reject } = Promise.withResolvers<Listener>();
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const asked = request(`${address}/graphql`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
  });
  asked.once('response', (response) => {
    if (response.statusCode !== 200) return reject(new Error(`The changes are not told: ${response.statusCode}`));
    let text = '';
    response.on('data', (piece: Buffer) => {
      const at = performance.now();
      text += piece.toString();
      for (const [, position] of text.matchAll(/"position":(\d+)/g)) heard.push({ position: Number(position), at });
      text = text.slice(text.lastIndexOf('\n') + 1);
      for (const look of waiting) look();
    });
    response.once('error', () => undefined);
    // The first comment says that the stream is open.
    response.once('data', () => resolve(listener));
  });
  asked.once('error', reject);
  asked.end(SUBSCRIPTION);
  const listener: Listener = {
    toldOf: (position) =>
      new Promise((told) => {
        const look = () => {
          // Positions only grow: where the last does not reach, none does.
          if ((heard.at(-1)?.position ?? 0) < position) return;
          waiting.delete(look);
          told((heard.find((one) => one.position >= position) as Heard).at);
        };
        waiting.add(look);
        look();
      }),
    close: () => asked.destroy(),
  };
  return promise;
};

export interface Acknowledged {
  readonly position: number;
  readonly at: number;
}

/** Logs a meeting, and answers when it was acknowledged and where it stands. */
export const logMeeting = ({ address, headers }: LiveServer, agent: Agent, number: number): Promise<Acknowledged> => {
  const { promise, resolve, reject } = Promise.withResolvers<Acknowledged>();
  const asked = request(`${address}/api/engagements`, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
  });
  asked.once('response', (response) => {
    const at = performance.now();
    response.resume();
    if (response.statusCode !== 201) return reject(new Error(`A meeting was not logged: ${response.statusCode}`));
    resolve({ position: Number(response.headers['x-position']), at });
  });
  asked.once('error', reject);
  asked.end(meetingBody(number));
  return promise;
};

export const keptAlive = (): Agent => new Agent({ keepAlive: true });
