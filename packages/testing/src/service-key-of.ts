import { type ServiceKey, serviceKey } from '@demarche/service-kit';

/** What a service that was told this secret proves who asks by, and believes; by the clock of this machine unless told otherwise. */
export const serviceKeyOf = (secret: string, clock = { now: (): string => new Date().toISOString() }): ServiceKey =>
  serviceKey([new TextEncoder().encode(secret)], clock);
