import type { HealthCheck } from './health.ts';

/** What every connection to a bus says of itself: why there is none at the moment, or nothing while there is one. */
export interface HealthyBus {
  readonly trouble: string | undefined;
}

/** Amber while the bus is away: it is made up for once it is back. */
export const busCheck =
  (bus: HealthyBus): HealthCheck =>
  () =>
    bus.trouble === undefined ? { status: 'pass' } : { status: 'warn', trouble: bus.trouble };
