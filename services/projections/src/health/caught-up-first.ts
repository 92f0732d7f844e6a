import type { HealthCheck } from '@demarche/service-kit';
import type { ProjectionsModule } from '../module.ts';

/** Of a busy office, what is recorded within a second. */
const NEARLY_THERE = 100;

/**
 * Not ready from the start until it has caught up once: what a replica that was away answers is old, while others know
 * better. From then on it may fall behind, as all of them do together. While nobody can say how far the record goes, it
 * answers with what it has.
 */
export const caughtUpFirst = (module: Pick<ProjectionsModule, 'status'>, check: HealthCheck): HealthCheck => {
  let caughtUp = false;
  return async () => {
    const [{ serving, lag }, report] = await Promise.all([module.status(), check()]);
    caughtUp ||= serving && lag !== null && lag <= NEARLY_THERE;
    if (caughtUp || report.status === 'fail') return report;
    if (lag === null) return { ...report, status: 'warn', catchingUp: 'how far the record goes is not known yet' };
    return { ...report, status: 'fail', catchingUp: `${lag} events to go since the start` };
  };
};
