import type { RebuildState } from '@demarche/contracts';
import { createHttpApp, type HealthCheck, healthRoutes, type Logger, type Readiness } from '@demarche/service-kit';
import type { Express } from 'express';
import type { ProjectionsModule } from './module.ts';

export interface ProjectionsAppParts {
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly module: ProjectionsModule;
}

/** A rebuild is told of while it runs, and when it failed. */
const worthTelling = (rebuild: RebuildState | null): RebuildState | null =>
  rebuild?.state === 'running' || rebuild?.state === 'failed' ? rebuild : null;

/** Ready while questions are answered; amber while a stream is parked, a rebuild failed, or the feed gives trouble. */
export const projectionsCheck =
  (module: Pick<ProjectionsModule, 'status'>): HealthCheck =>
  async () => {
    const { serving, trouble, position, lag, parked, rebuild, settings } = await module.status();
    const streams = new Set(parked.map(({ stream }) => stream)).size;
    const details = { position, lag, parked: streams, trouble, rebuild: worthTelling(rebuild), ...settings };
    if (!serving) return { status: 'fail', ...details };
    const isAmber = streams > 0 || trouble !== null || rebuild?.state === 'failed';
    return { status: isAmber ? 'warn' : 'pass', ...details };
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
