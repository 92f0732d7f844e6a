import type { StoreDurability } from '@demarche/event-store/sqlite';
import type { HealthCheck } from '@demarche/service-kit';

/** The record can be read, and this is how far an acknowledgement can be trusted. */
export const storeCheck = (store: { head(): Promise<number>; readonly durability: StoreDurability }): HealthCheck => {
  return async () => ({ status: 'pass', head: await store.head(), ...store.durability });
};
