import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type AskOptions, type QueryClient, QueryRefused, type Question } from '@demarche/contracts';
import { createHttpApp, createLogger, trustedService } from '@demarche/service-kit';
import { serviceKeyOf } from '@demarche/testing';
import { httpQueries } from '../adapters/http-queries.ts';

export interface ServedQueries {
  /** Asks over HTTP. */
  readonly queries: QueryClient;
  close(): void;
}

/** Questions over real HTTP, in the form in which the projections take them, for specs of what the gateway makes of answers. */
export const serveQueries = async (answering: QueryClient): Promise<ServedQueries> => {
  const key = serviceKeyOf('shared by both');
  const app = createHttpApp({
    logger: createLogger({ service: 'spec', level: 'silent' }),
    mount(mounted) {
      mounted.use(trustedService(key));
      mounted.post('/queries', async ({ body }, response) => {
        const { questions, ...options } = body as AskOptions & { readonly questions: readonly Question[] };
        try {
          response.json(await answering.ask(questions, options));
        } catch (error) {
          if (!(error instanceof QueryRefused)) throw error;
          const { code, message: detail } = error;
          response
            .status(400)
            .json({ type: `urn:demarche:problem:${code}`, title: 'Refused', status: 400, detail, code });
        }
      });
    },
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const timing = {
    random: () => 0,
    after: (ms: number, call: () => void) => clearTimeout.bind(null, setTimeout(call, ms)),
  };
  return {
    queries: httpQueries({ addresses: [address], key, timing }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
