import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { commitmentsModule } from '@demarche/commitments';
import { engagementsModule } from '@demarche/engagements';
import { memoryEventStore } from '@demarche/event-store/memory';
import { type GatewaySettings, gatewayModule } from '@demarche/gateway';
import type { Signals } from '@demarche/messaging';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { projectionsModule } from '@demarche/projections';
import { recommendationsModule } from '@demarche/recommendations';
import {
  type CommandRoute,
  createHttpApp,
  createHttpServer,
  createLogger,
  demonstrationIdentity,
  type HttpAppOptions,
  inProcessCommands,
  mountCommands,
  type ServerLimits,
} from '@demarche/service-kit';
import type { RequestHandler } from 'express';
import type { Aim } from './attacks/attack.ts';
import { openWire } from './wire.ts';

/** Which guards are other than usual. */
export interface Composition {
  readonly server?: Partial<ServerLimits>;
  readonly bodies?: HttpAppOptions['bodies'];
  readonly graph?: GatewaySettings['limits'];
  readonly routes?: (routes: readonly CommandRoute[]) => readonly CommandRoute[];
  readonly signals?: (signals: Signals) => Signals;
  /** Reads bodies in the place of ours. */
  readonly bodyReader?: RequestHandler;
}

export interface ComposedTarget {
  readonly aim: Aim;
  close(): Promise<void>;
}

/** The standalone's parts put together in this process, so that a guard can be left out. */
export const composeTarget = async (composition: Composition = {}): Promise<ComposedTarget> => {
  const store = memoryEventStore();
  const clock = { now: () => new Date().toISOString() };
  const signals = (composition.signals ?? ((usual) => usual))(inProcessSignals());
  const projections = projectionsModule({ feed: storeFeed({ log: store }), signals, clock, path: ':memory:' });
  const side = { store, clock };
  const usual = [recommendationsModule(side), engagementsModule(side), commitmentsModule(side)];
  const routes = (composition.routes ?? ((all) => all))(usual.flatMap((module) => module.routes));
  const identity = demonstrationIdentity([new Uint8Array(32)]);
  const logger = createLogger({ service: 'composed', level: 'silent' });
  const gateway = gatewayModule(
    { queries: projections.queries, commands: inProcessCommands(routes), signals, identity, logger },
    { introspection: true, ...(composition.graph ? { limits: composition.graph } : {}) },
  );
  const ours = composition.bodyReader ? ({ '/api': 'read-by-the-route' } as const) : {};
  const app = createHttpApp({
    logger,
    bodies: { ...gateway.bodies, ...ours, ...composition.bodies },
    mount(mounted) {
      mounted.use(identity.routes);
      if (composition.bodyReader) mounted.use('/api', composition.bodyReader);
      mounted.use('/api', mountCommands(routes, identity));
      mounted.use(gateway.router);
    },
  });
  const server = createHttpServer(app, composition.server).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const wire = openWire(port);
  return {
    aim: { port, wire, cookie: await wire.cookieOf('ines.okafor') },
    async close() {
      wire.close();
      gateway.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await projections.stop();
    },
  };
};
