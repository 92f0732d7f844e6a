import type { QueryClient } from '@demarche/contracts';
import { type GatewayModule, importPreviewBodies, importPreviewRoute, type NarrativeReader } from '@demarche/gateway';
import { type OperatorPorts, operateProjectionsRoute } from '@demarche/projections';
import {
  type CommandRoute,
  createHttpApp,
  type DemonstrationIdentity,
  type HealthCheck,
  healthRoutes,
  type Logger,
  mountCommands,
  type Readiness,
  signedInOnly,
} from '@demarche/service-kit';
import type { Express, RequestHandler } from 'express';

export interface StandaloneParts {
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly checks: Readonly<Record<string, HealthCheck>>;
  readonly identity: DemonstrationIdentity;
  readonly commands: readonly CommandRoute[];
  readonly queries: QueryClient;
  readonly projections: OperatorPorts['projections'];
  readonly reader: NarrativeReader;
  readonly gateway: GatewayModule;
  readonly pages: RequestHandler;
  readonly clock: OperatorPorts['clock'];
  readonly dataFolder: string;
}

/** The names that this machine calls itself by. Another name that leads here is somebody's trick. */
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]', '::1'];

/**
 * Every service in one app. Each is mounted where its own process would serve it, but for the projections' questions:
 * the gateway asks them in this process, and nobody else may without saying who they are.
 */
export const standaloneApp = (parts: StandaloneParts): Express =>
  createHttpApp({
    logger: parts.logger,
    hosts: LOOPBACK_NAMES,
    bodies: { ...importPreviewBodies, ...parts.gateway.bodies },
    mount(app) {
      app.use(healthRoutes(parts.checks, parts.readiness));
      app.use(parts.identity.routes);
      app.use('/api', mountCommands(parts.commands, parts.identity));
      app.use(parts.gateway.router);
      app.use(importPreviewRoute(parts, parts.identity));
      app.use(operateProjectionsRoute({ ...parts, guard: signedInOnly(parts.identity) }));
      app.use(parts.pages);
    },
  });
