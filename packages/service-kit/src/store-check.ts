import type { OpenedStore } from '@demarche/event-store/open';
import type { HealthCheck } from './health.ts';
import { soon } from './soon.ts';

/** A frozen server is known by its silence: whoever looks after us does not wait for long either. */
const SOON_MS = 800;

const SILENT = new Error(
  'The record does not answer. Look whether what keeps it runs and can be reached; recording goes on by itself then.',
);

/** The record can be read and written, and this is how far an acknowledgement can be trusted; or what is in the way. */
export const storeCheck = (store: Pick<OpenedStore, 'head' | 'durability' | 'trouble'>): HealthCheck => {
  return async () => {
    const [trouble, head] = await Promise.all([
      soon(store.trouble(), SOON_MS, SILENT),
      soon(
        store.head().catch(() => null),
        SOON_MS,
        null,
      ),
    ]);
    const details = { head, ...store.durability };
    return trouble ? { status: 'fail', trouble: trouble.message, ...details } : { status: 'pass', ...details };
  };
};
