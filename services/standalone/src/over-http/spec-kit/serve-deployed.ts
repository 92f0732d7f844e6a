import { commitmentsModule } from '@demarche/commitments';
import { consoleApp, gatewayCheck, gatewayDoor, gatewayIdentity, serveConsole } from '@demarche/console';
import type { OwningService } from '@demarche/contracts';
import { engagementsModule } from '@demarche/engagements';
import { memoryEventStore } from '@demarche/event-store/memory';
import {
  gatewayApp,
  gatewayModule,
  httpQueries,
  narrativeReader,
  replicasCheck,
  writeServiceCheck,
} from '@demarche/gateway';
import { inProcessSignals, systemTiming } from '@demarche/messaging/in-process';
import { recommendationsModule } from '@demarche/recommendations';
import {
  type CommandRoute,
  createLogger,
  createReadiness,
  demonstrationIdentity,
  httpCommands,
  trustedHeaderIdentity,
  writeServiceApp,
} from '@demarche/service-kit';
import { type Served, serve } from './serve.ts';
import { clock, key, type ServedReplica, serveReplica } from './serve-replica.ts';

export interface ServedDeployment {
  readonly console: Served;
  readonly gateway: Served;
  readonly services: Readonly<Record<OwningService, Served>>;
  readonly replicas: readonly [ServedReplica, ServedReplica];
  /** Sends to the console, as whoever signed in; JSON unless it says otherwise. */
  send(method: string, path: string, sending?: Sending): Promise<Response>;
  signIn(personId?: string): Promise<void>;
  close(): Promise<void>;
}

export interface Sending {
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const logger = createLogger({ service: 'spec', level: 'silent' });
const readiness = createReadiness();
const hosts = ['localhost', '127.0.0.1'];
/** Everybody shares one process here, which may stand still for longer than a page waits for who asks. */
const PATIENT_MS = 10_000;

/** Every service as its own process serves it, on one record in memory; two replicas, and signals without a bus. */
export const serveDeployed = async (): Promise<ServedDeployment> => {
  const store = { ...memoryEventStore(), durability: {}, trouble: async () => null };
  const signals = inProcessSignals();
  const identity = trustedHeaderIdentity(key);
  const writeService = ({ routes }: { readonly routes: readonly CommandRoute[] }) =>
    serve(writeServiceApp({ routes, store, identity, logger, readiness }));
  const side = { store, clock };
  const services = {
    recommendations: await writeService(recommendationsModule(side)),
    engagements: await writeService(engagementsModule(side)),
    commitments: await writeService(commitmentsModule(side)),
  };
  const replicas = [await serveReplica({ store, signals }), await serveReplica({ store, signals })] as const;
  const reader = narrativeReader();
  const gateway = await serveGateway({ services, replicas, signals, reader });
  const ask = gatewayDoor(gateway.address);
  const front = await serve(
    consoleApp({
      logger,
      readiness,
      checks: { gateway: gatewayCheck(ask) },
      hosts,
      gateway: gateway.address,
      pages: serveConsole({ marking: 'UNCLASSIFIED', demonstration: true, identity: gatewayIdentity(ask, PATIENT_MS) }),
    }),
  );
  let cookie = '';
  const send: ServedDeployment['send'] = (method, path, { body, headers = {}, signal } = {}) =>
    fetch(front.address + path, {
      method,
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  return {
    console: front,
    gateway,
    services,
    replicas,
    send,
    async signIn(personId = 'ines.okafor') {
      const answer = await send('POST', '/identity/sign-in', { body: { personId } });
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    },
    async close() {
      for (const served of [front, gateway, ...Object.values(services)]) await served.stop();
      for (const replica of replicas) await replica.close();
      await reader.close();
    },
  };
};

interface Behind {
  readonly services: Readonly<Record<OwningService, Served>>;
  readonly replicas: readonly ServedReplica[];
  readonly signals: ReturnType<typeof inProcessSignals>;
  readonly reader: ReturnType<typeof narrativeReader>;
}

const serveGateway = async ({ services, replicas: served, signals, reader }: Behind): Promise<Served> => {
  const { recommendations, engagements, commitments } = services;
  const at = {
    recommendations: recommendations.address,
    engagements: engagements.address,
    commitments: commitments.address,
  };
  const replicas = served.map(({ address }) => address);
  const queries = httpQueries({ addresses: replicas, key, timing: systemTiming });
  const addresses = Object.fromEntries(
    Object.entries(at).map(([name, address]) => [name, `${address}/api`]),
  ) as typeof at;
  const commands = httpCommands({ addresses, key });
  const identity = demonstrationIdentity([new TextEncoder().encode('signs the cookie')]);
  const graph = gatewayModule({ queries, commands, signals, identity, logger });
  const checks = {
    projections: replicasCheck(replicas, key),
    recommendations: writeServiceCheck(at.recommendations, key),
    engagements: writeServiceCheck(at.engagements, key),
    commitments: writeServiceCheck(at.commitments, key),
  };
  return serve(
    gatewayApp({ logger, readiness, checks, hosts, identity, graph, queries, reader, services: at, replicas, key }),
  );
};
