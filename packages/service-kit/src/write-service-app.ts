import type { OpenedStore } from '@demarche/event-store/open';
import type { Express, Router } from 'express';
import type { CommandRoute } from './command-route.ts';
import { healthRoutes, type Readiness } from './health.ts';
import { createHttpApp } from './http-app.ts';
import type { Identity } from './identity.ts';
import type { Logger } from './logger.ts';
import { mountCommands } from './mount-commands.ts';
import { storeCheck } from './store-check.ts';

export interface WriteServiceParts {
  readonly routes: readonly CommandRoute[];
  readonly store: OpenedStore;
  readonly identity: Identity & { readonly routes: Router };
  readonly logger: Logger;
  readonly readiness: Readiness;
}

/** A write service in a process of its own: its commands under `/api`, its health, and whom it believes. */
export const writeServiceApp = ({ routes, store, identity, logger, readiness }: WriteServiceParts): Express =>
  createHttpApp({
    logger,
    mount(app) {
      app.use(healthRoutes({ store: storeCheck(store) }, readiness));
      app.use(identity.routes);
      app.use('/api', mountCommands(routes, identity));
    },
  });
