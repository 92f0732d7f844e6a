import type { Clock } from '@demarche/kernel';
import { createHttpApp, type HealthCheck, healthRoutes, type Logger, type Readiness } from '@demarche/service-kit';
import type { Express, RequestHandler } from 'express';
import type { ProjectionsModule } from './module.ts';
import { operateProjectionsRoute } from './operator/operate-projections.route.ts';

export interface ProjectionsAppParts {
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly checks: Readonly<Record<string, HealthCheck>>;
  readonly module: ProjectionsModule;
  readonly clock: Clock;
  /** The folder that the views lie in. */
  readonly dataFolder: string;
  /** Lets the other services through, who ask for everybody. */
  readonly guard: RequestHandler;
}

/** What one document may ask the gateway for, in one call: some thousand keys. */
const QUESTIONS_LIMIT = 1024 * 1024;

/** The projections as a service of their own. Whoever proves to be no service learns how they do, and nothing else. */
export const createProjectionsApp = (parts: ProjectionsAppParts): Express =>
  createHttpApp({
    logger: parts.logger,
    bodies: { '/queries': QUESTIONS_LIMIT },
    mount(app) {
      const { checks, readiness, module, guard } = parts;
      app.use(healthRoutes(checks, readiness));
      app.use('/queries', guard);
      app.use(module.router);
      app.use(operateProjectionsRoute({ ...parts, queries: module.queries, projections: module }));
    },
  });
