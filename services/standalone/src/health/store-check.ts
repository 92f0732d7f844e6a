import type { SqliteEventStore } from '@demarche/event-store/sqlite';
import type { HealthCheck } from '@demarche/service-kit';

/** The record can be read and written, and this is how far an acknowledgement can be trusted; or what is in the way. */
export const storeCheck = (store: Pick<SqliteEventStore, 'head' | 'durability' | 'trouble'>): HealthCheck => {
  return async () => {
    const trouble = await store.trouble();
    const head = await store.head().catch(() => null);
    const details = { head, ...store.durability };
    return trouble ? { status: 'fail', trouble: trouble.message, ...details } : { status: 'pass', ...details };
  };
};
