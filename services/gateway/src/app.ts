import type { OwningService, QueryClient } from '@demarche/contracts';
import {
  createHttpApp,
  type DemonstrationIdentity,
  type HealthCheck,
  healthRoutes,
  type Logger,
  type Readiness,
  type ServiceKey,
} from '@demarche/service-kit';
import type { Express } from 'express';
import { passCommandsBodies, passCommandsRoute } from './commands/pass-commands.route.ts';
import { importPreviewBodies, importPreviewRoute } from './import-preview/import-preview.route.ts';
import type { NarrativeReader } from './import-preview/narrative-reader.ts';
import type { GatewayModule } from './module.ts';
import { operatorRoute } from './operator/operator.route.ts';

export interface GatewayAppParts {
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly checks: Readonly<Record<string, HealthCheck>>;
  /** The names that it answers to. */
  readonly hosts: readonly string[];
  readonly identity: DemonstrationIdentity;
  readonly graph: GatewayModule;
  readonly queries: QueryClient;
  readonly reader: NarrativeReader;
  /** Where each write service is: `http://recommendations:4801`. */
  readonly services: Readonly<Record<OwningService, string>>;
  /** Where each replica of the projections is: `http://projections:4804`. */
  readonly replicas: readonly string[];
  /** Shared with the services behind the gateway. */
  readonly key: ServiceKey;
}

/** The gateway as a server of its own: everything that is not a page, for whoever has said who they are. */
export const gatewayApp = (parts: GatewayAppParts): Express => {
  const { logger, identity, key } = parts;
  return createHttpApp({
    logger,
    hosts: parts.hosts,
    bodies: { ...passCommandsBodies, ...importPreviewBodies, ...parts.graph.bodies },
    mount(app) {
      app.use(healthRoutes(parts.checks, parts.readiness));
      app.use(identity.routes);
      app.use(passCommandsRoute({ services: parts.services, key, identity, logger }));
      app.use(parts.graph.router);
      app.use(importPreviewRoute(parts, identity));
      app.use(operatorRoute({ addresses: parts.replicas, key }, identity));
    },
  });
};
