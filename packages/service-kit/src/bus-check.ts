import type { HealthCheck } from './health.ts';

/** What every connection to a bus says of itself: why there is none at the moment, or nothing while there is one. */
export interface HealthyBus {
  readonly trouble: string | undefined;
}

const REMEDY = 'Look whether NATS runs and can be reached; everything goes on by itself then.';

/** Amber while the bus is away, for it is made up for once it is back; red for whoever has nothing else to do. */
export const busCheck =
  (bus: HealthyBus, whileAway: 'warn' | 'fail' = 'warn'): HealthCheck =>
  () =>
    bus.trouble === undefined ? { status: 'pass' } : { status: whileAway, trouble: `${bus.trouble}. ${REMEDY}` };
