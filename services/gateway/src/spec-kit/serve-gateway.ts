import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { CommandClient, Officer, QueryClient } from '@demarche/contracts';
import type { Signals } from '@demarche/messaging';
import { createHttpApp, createLogger, demonstrationPersons } from '@demarche/service-kit';
import { type GatewaySettings, gatewayModule } from '../module.ts';

interface ServedPorts {
  readonly queries: QueryClient;
  readonly commands?: CommandClient;
  readonly signals?: Signals;
  readonly settings?: GatewaySettings;
}

interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a spec knows what it asked for
  readonly data: Readonly<Record<string, never>> | null;
  readonly errors: ReadonlyArray<{
    readonly message: string;
    readonly path?: unknown;
    readonly extensions: Readonly<Record<string, unknown>>;
  }>;
}

export interface ServedGateway {
  readonly address: string;
  /** Lines of the log so far. */
  readonly log: readonly string[];
  /** Asks as the first demonstration person, or as nobody. */
  ask(query: string, variables?: object, as?: Officer | null): Promise<GraphqlAnswer>;
  /** Ends the subscriptions and the server. */
  close(): Promise<void>;
}

export const [officer] = demonstrationPersons as readonly [Officer];

const takesNone: CommandClient = { send: (name) => Promise.reject(new Error(`${name} was not expected`)) };
const silence: Signals = { publish: () => undefined, subscribe: () => () => undefined };

/** The gateway over real HTTP on a free port, for specs. Whoever asks says who they are. */
export const serveGateway = async ({
  queries,
  commands = takesNone,
  signals = silence,
  settings,
}: ServedPorts): Promise<ServedGateway> => {
  const log: string[] = [];
  const logger = createLogger({ service: 'gateway', destination: { write: (line: string) => void log.push(line) } });
  const identity = {
    identify: async ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
      headers['x-nobody'] === undefined ? officer : null,
  };
  const gateway = gatewayModule({ queries, commands, signals, identity, logger }, settings);
  const { router, bodies } = gateway;
  const server = createHttpApp({ logger, bodies, mount: (app) => app.use(router) }).listen(0, '127.0.0.1');
  // Once it closes, no connection outlives its last answer, so that a spec never waits for one to grow old.
  server.on('request', (_, response) =>
    response.once('close', () => setImmediate(() => server.listening || server.closeIdleConnections())),
  );
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    address,
    log,
    async ask(query, variables = {}, as = officer) {
      const response = await fetch(address, {
        method: 'POST',
        headers: {
          accept: 'application/graphql-response+json',
          'content-type': 'application/json',
          ...(as ? {} : { 'x-nobody': 'true' }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.json()) as Partial<GraphqlAnswer>;
      return { status: response.status, headers: response.headers, data: body.data ?? null, errors: body.errors ?? [] };
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      gateway.close();
      await closed;
    },
  };
};
