import type { HealthCheck } from '@demarche/service-kit';

/** Amber while the bus is away: pages are answered, and do not hear of what changes until it is back. */
export const busCheck =
  (bus: { readonly trouble: string | undefined }): HealthCheck =>
  () =>
    bus.trouble === undefined ? { status: 'pass' } : { status: 'warn', trouble: bus.trouble };
