import { request } from 'node:http';

export interface LiveUpdate {
  /** Resolves with the first change that is told. */
  readonly told: Promise<void>;
  drop(): void;
}

const BODY = JSON.stringify({ query: 'subscription { changes { position } }' });

/** Subscribes as the console does. Resolves once the stream stands. */
export const subscribe = (port: number, cookie: string): Promise<LiveUpdate> =>
  new Promise((resolve, reject) => {
    const told = Promise.withResolvers<void>();
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        agent: false,
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie },
      },
      (response) => {
        if (response.statusCode !== 200) return reject(new Error(`A subscription was answered ${response.statusCode}`));
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          if (piece.includes('"position"')) told.resolve();
        });
        response.on('error', () => undefined);
        resolve({ told: told.promise, drop: () => asked.destroy() });
      },
    );
    asked.on('error', reject);
    asked.end(BODY);
  });
