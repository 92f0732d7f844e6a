import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listenAtOwnPort } from '@demarche/testing';
import { createHttpApp } from '../../http-app.ts';
import { createLogger } from '../../logger.ts';
import type { Destination } from '../destination.ts';
import { passOn } from '../pass-on.ts';

export type Exchange = readonly [request: IncomingMessage, response: ServerResponse];

/** For an answer, and for the next question: longer than a spec takes, be the machine ever so busy. */
const PATIENCE_MS = 60_000;

const logger = createLogger({ service: 'front', level: 'silent' });

/** Servers of a spec on ports of their own, and what passes requests on to them. */
export const realServers = () => {
  const servers = new Set<Server>();
  const passages: Promise<void>[] = [];

  /** At any port, or at the one of an address that a server had before. */
  const start = async (listener: RequestListener, address?: string): Promise<Server> => {
    const server = createServer({ keepAliveTimeout: PATIENCE_MS }, listener);
    servers.add(server);
    if (address === undefined) await listenAtOwnPort(server);
    else await once(server.listen(Number(new URL(address).port), '127.0.0.1'), 'listening');
    return server;
  };
  const listen = async (listener: RequestListener): Promise<string> => addressOf(await start(listener));

  const close = async (): Promise<void> => {
    await Promise.all([...servers].map(kill));
    servers.clear();
  };

  return {
    start,
    listen,
    kill,
    close,
    /** Where a service was, and is no more. */
    async nowhere(): Promise<string> {
      const server = await start(() => undefined);
      const address = addressOf(server);
      await kill(server);
      return address;
    },
    /** A front that passes everything below `/far` on to the address. */
    inFrontOf: (address: string, more: Partial<Destination> = {}): Promise<string> => {
      const pass = passOn({ logger, away: 'gateway-unavailable', unreached: 'service-unreachable' });
      return listen(
        createHttpApp({
          logger,
          bodies: { '/': 'read-by-the-route', '/far': 'read-by-the-route' },
          mount: (app) =>
            app.use('/far', (request, response) => {
              const passage = pass(request, response, { address, timeoutMs: PATIENCE_MS, ...more });
              passages.push(passage);
              return passage;
            }),
        }),
      );
    },
    /** Resolves once nothing is being passed on any more, whether whoever asked is there or not. */
    allPassed: () => Promise.allSettled(passages.splice(0)),
    /** A service whose exchanges the test carries on itself. */
    async service(at?: string) {
      const waiting: Exchange[] = [];
      const readers: ((exchange: Exchange) => void)[] = [];
      let taken = 0;
      const server = await start((request, response) => {
        taken += 1;
        const reader = readers.shift();
        if (reader) reader([request, response]);
        else waiting.push([request, response]);
      }, at);
      const next = (): Promise<Exchange> => {
        const held = waiting.shift();
        return held ? Promise.resolve(held) : new Promise((resolve) => readers.push(resolve));
      };
      return { address: addressOf(server), next, taken: () => taken };
    },
  };
};

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Gone at once, with every connection. */
const kill = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close().closeAllConnections();
  await closed;
};
