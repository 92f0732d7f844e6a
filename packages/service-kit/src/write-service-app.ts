import type { EventStore } from '@demarche/event-store';
import type { Express } from 'express';
import type { CommandRoute } from './command-route.ts';
import { healthRoutes, type Readiness } from './health.ts';
import { createHttpApp } from './http-app.ts';
import type { Identity } from './identity.ts';
import type { Logger } from './logger.ts';
import { mountCommands } from './mount-commands.ts';

/** A store that can say how far its acknowledgements are to be trusted. */
export type HealthyStore = EventStore & { readonly durability: object };

export interface WriteServiceParts {
  readonly routes: readonly CommandRoute[];
  readonly store: HealthyStore;
  readonly identity: Identity;
  readonly logger: Logger;
  readonly readiness: Readiness;
}

/** A write service in a process of its own: its commands under `/api`, and its health. */
export const writeServiceApp = ({ routes, store, identity, logger, readiness }: WriteServiceParts): Express =>
  createHttpApp({
    logger,
    mount(app) {
      const checks = {
        store: async () => ({ status: 'pass' as const, head: await store.head(), ...store.durability }),
      };
      app.use(healthRoutes(checks, readiness));
      app.use('/api', mountCommands(routes, identity));
    },
  });
