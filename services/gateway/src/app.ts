import { createHttpApp } from '@demarche/service-kit';
import type { Express } from 'express';
import { type GatewayPorts, type GatewaySettings, gatewayModule } from './module.ts';

/** The gateway as a server of its own. `close` ends the subscriptions; the server is the caller's. */
export const createGatewayApp = (
  ports: GatewayPorts,
  settings: GatewaySettings = {},
): { readonly app: Express; readonly close: () => void } => {
  const { router, bodies, close } = gatewayModule(ports, settings);
  return { app: createHttpApp({ logger: ports.logger, bodies, mount: (app) => app.use(router) }), close };
};
