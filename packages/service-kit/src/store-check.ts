import type { OpenedStore } from '@demarche/event-store/open';
import type { HealthCheck } from './health.ts';

/** The record can be read and written, and this is how far an acknowledgement can be trusted; or what is in the way. */
export const storeCheck = (store: Pick<OpenedStore, 'head' | 'durability' | 'trouble'>): HealthCheck => {
  return async () => {
    const trouble = await store.trouble();
    const head = await store.head().catch(() => null);
    const details = { head, ...store.durability };
    return trouble ? { status: 'fail', trouble: trouble.message, ...details } : { status: 'pass', ...details };
  };
};
