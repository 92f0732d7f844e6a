import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { commitmentsModule } from '@demarche/commitments';
import { engagementsModule } from '@demarche/engagements';
import type { EventStore } from '@demarche/event-store';
import { recommendationsModule } from '@demarche/recommendations';
import {
  createHttpApp,
  createHttpServer,
  createLogger,
  createReadiness,
  type DemonstrationIdentity,
  demonstrationIdentity,
  demonstrationPersons,
  writeServiceApp,
} from '@demarche/service-kit';

export interface Sending extends RequestInit {
  /** Who is signed in; nobody without it. */
  readonly as?: string;
}

export interface WriteServices {
  /** Sends a request to the service of this name. */
  send(service: string, path: string, sending: Sending): Promise<Response>;
  close(): Promise<void>;
}

const TODAY = '2026-09-09T12:00:00.000Z';
const logger = createLogger({ service: 'spec', destination: { write: () => undefined } });

/** The three write services as they are served, each on a free port, on one store and on a day in September 2026. */
export const serveWriteServices = async (store: EventStore): Promise<WriteServices> => {
  const identity = demonstrationIdentity([new Uint8Array(32)]);
  const side = { store, clock: { now: () => TODAY } };
  const parts = { store: { ...store, durability: {}, trouble: async () => null }, identity, logger };
  const served = new Map(
    await Promise.all(
      [recommendationsModule(side), engagementsModule(side), commitmentsModule(side)].map(
        async ({ name, routes }) =>
          [name, await serve(writeServiceApp({ ...parts, routes, readiness: createReadiness() }))] as const,
      ),
    ),
  );
  const cookies = await cookiesOfAll(identity);
  return {
    send: (service, path, { as, headers, ...request }) =>
      fetch(`${served.get(service as never)?.address}${path}`, {
        ...request,
        headers: { ...(as === undefined ? {} : { cookie: cookies.get(as) ?? '' }), ...(headers as object) },
      }),
    close: async () => void (await Promise.all([...served.values()].map(({ close }) => close()))),
  };
};

const serve = async (app: ReturnType<typeof createHttpApp>) => {
  const server = createHttpServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const cookiesOfAll = async ({ routes }: DemonstrationIdentity): Promise<ReadonlyMap<string, string>> => {
  const { address, close } = await serve(createHttpApp({ logger, mount: (app) => app.use(routes) }));
  const signedIn = await Promise.all(
    demonstrationPersons.map(async ({ id }) => {
      const body = JSON.stringify({ personId: id });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${address}/identity/sign-in`, { method: 'POST', headers, body });
      return [id, response.headers.get('set-cookie')?.split(';')[0] ?? ''] as const;
    }),
  );
  await close();
  return new Map(signedIn);
};
