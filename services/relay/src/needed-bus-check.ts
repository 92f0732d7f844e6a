import type { HealthCheck } from '@demarche/service-kit';

/** Others do without the bus for a while; the relay has nothing else to do. */
export const neededBusCheck =
  (bus: { readonly trouble: string | undefined }): HealthCheck =>
  () =>
    bus.trouble === undefined ? { status: 'pass' } : { status: 'fail', trouble: bus.trouble };
