import { createHttpApp, type HealthCheck, healthRoutes, type Logger, type Readiness } from '@demarche/service-kit';
import type { Express } from 'express';
import type { ProjectionsModule } from './module.ts';

export interface ProjectionsAppParts {
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly module: ProjectionsModule;
}

/** Ready while questions are answered; amber while a stream is parked or the feed gives trouble. */
export const projectionsCheck =
  (module: Pick<ProjectionsModule, 'status'>): HealthCheck =>
  async () => {
    const { serving, trouble, position, lag, parked, settings } = await module.status();
    const details = { position, lag, parked: parked.length, trouble, ...settings };
    if (!serving) return { status: 'fail', ...details };
    return { status: parked.length > 0 || trouble !== null ? 'warn' : 'pass', ...details };
  };

/** The projections as a service of their own. */
export const createProjectionsApp = ({ logger, readiness, module }: ProjectionsAppParts): Express =>
  createHttpApp({
    logger,
    mount(app) {
      app.use(healthRoutes({ projections: projectionsCheck(module) }, readiness));
      app.use(module.router);
    },
  });
