import type { RebuildState } from '@demarche/contracts';
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

/** A rebuild is told of while it runs, and when it failed. */
const worthTelling = (rebuild: RebuildState | null): RebuildState | null =>
  rebuild?.state === 'running' || rebuild?.state === 'failed' ? rebuild : null;

const AHEAD =
  'The views hold more than the record: an older backup of it was restored. Stop this service, delete the files of its views, and start it again';

/** Ready while questions are answered; amber while a stream is parked, a rebuild failed, or the feed gives trouble. */
export const projectionsCheck =
  (module: Pick<ProjectionsModule, 'status'>): HealthCheck =>
  async () => {
    const { serving, aheadOfRecord, trouble, position, lag, parked, rebuild, settings } = await module.status();
    const streams = new Set(parked.map(({ stream }) => stream)).size;
    const details = { position, lag, parked: streams, trouble, rebuild: worthTelling(rebuild), ...settings };
    if (!serving) return { status: 'fail', ...details };
    if (aheadOfRecord) return { status: 'fail', ...details, trouble: AHEAD };
    const isAmber = streams > 0 || trouble !== null || rebuild?.state === 'failed';
    return { status: isAmber ? 'warn' : 'pass', ...details };
  };

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
