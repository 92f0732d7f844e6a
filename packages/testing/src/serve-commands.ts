import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { CommandAnswer, Officer, ProblemDocument } from '@demarche/contracts';
import { type CommandRoute, createHttpApp, createLogger, mountCommands } from '@demarche/service-kit';

export interface Sending {
  readonly as: Officer;
  /** The idempotency key; a fresh one without it. */
  readonly key?: string;
  readonly ifMatch?: string;
}

export interface CommandServer {
  /** Posts a command and answers the status, the headers and whichever body came. */
  send(path: string, body: object, sending: Sending): Promise<SentCommand>;
  close(): Promise<void>;
}

export interface SentCommand {
  readonly status: number;
  readonly headers: Headers;
  readonly body: CommandAnswer & ProblemDocument;
}

/** A write service's commands over real HTTP on a free port, for specs. Whoever sends says who they are. */
export const serveCommands = async (routes: readonly CommandRoute[]): Promise<CommandServer> => {
  const identity = {
    identify: async ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
      JSON.parse(String(headers['x-officer'])) as Officer,
  };
  const logger = createLogger({ service: 'spec', destination: { write: () => undefined } });
  const app = createHttpApp({ logger, mount: (mounted) => mounted.use(mountCommands(routes, identity)) });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    async send(path, body, { as, key = crypto.randomUUID(), ifMatch }) {
      const response = await fetch(`${address}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          'x-officer': JSON.stringify(as),
          ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        },
        body: JSON.stringify(body),
      });
      return {
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as SentCommand['body'],
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
