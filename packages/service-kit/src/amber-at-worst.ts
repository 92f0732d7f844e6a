import type { HealthCheck } from './health.ts';

/** For what a service can do without for a while: it stays ready, and says what is wrong. */
export const amberAtWorst =
  (check: HealthCheck): HealthCheck =>
  async () => {
    const report = await check();
    return report.status === 'fail' ? { ...report, status: 'warn' } : report;
  };
