import { metrics, observe } from '@demarche/telemetry';
import { Router } from 'express';
import { oneAtATime } from './one-at-a-time.ts';

export interface HealthReport {
  /** `warn` is still ready: it works, and somebody should look. */
  readonly status: 'pass' | 'warn' | 'fail';
  readonly [detail: string]: unknown;
}

export type HealthCheck = () => HealthReport | Promise<HealthReport>;

export interface Readiness {
  /** From now on the service answers that it takes no more work. */
  drop(): void;
  readonly dropped: boolean;
}

export const createReadiness = (): Readiness => {
  let dropped = false;
  return {
    drop: () => {
      dropped = true;
    },
    get dropped() {
      return dropped;
    },
  };
};

/** A look asks the store, or every service behind this one, and anybody may ask for one. */
const KEPT_MS = 1_000;

/** `/livez`: the process turns. `/readyz`: it can do its work now, with every named check. */
export const healthRoutes = (
  checks: Readonly<Record<string, HealthCheck>>,
  readiness: Readiness,
  keptMs = KEPT_MS,
): Router => {
  const router = Router();
  const reportsNow = oneAtATime(
    async () => Object.fromEntries(await Promise.all(Object.entries(checks).map(run))),
    keptMs,
  );
  const look = async () => {
    const reports = await reportsNow();
    return { status: readiness.dropped ? ('stopping' as const) : worst(Object.values(reports)), checks: reports };
  };
  observe([metrics.ready], async (tell) => tell(metrics.ready, canWork((await look()).status) ? 1 : 0));
  router.get('/livez', (_request, response) => {
    response.json({ status: 'pass' });
  });
  router.get('/readyz', async (_request, response) => {
    const found = await look();
    response.status(canWork(found.status) ? 200 : 503).json(found);
  });
  return router;
};

const canWork = (status: HealthReport['status'] | 'stopping'): boolean => status === 'pass' || status === 'warn';

const run = async ([name, check]: [string, HealthCheck]): Promise<[string, HealthReport]> => {
  try {
    return [name, await check()];
  } catch (error) {
    return [name, { status: 'fail', error: error instanceof Error ? error.message : String(error) }];
  }
};

const worst = (reports: readonly HealthReport[]): HealthReport['status'] => {
  if (reports.some(({ status }) => status === 'fail')) return 'fail';
  return reports.some(({ status }) => status === 'warn') ? 'warn' : 'pass';
};
