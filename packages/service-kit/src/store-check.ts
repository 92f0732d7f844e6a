import { setTimeout } from 'node:timers/promises';
import type { OpenedStore } from '@demarche/event-store/open';
import type { HealthCheck } from './health.ts';

const SOON_MS = 800;

const SILENT = new Error('The record does not answer');

/** A frozen server is known by its silence: whoever looks after us does not wait for long either. */
const soon = async <Answer, Late>(answer: Promise<Answer>, late: Late): Promise<Answer | Late> => {
  const over = new AbortController();
  const tooLate = setTimeout(SOON_MS, late, { signal: over.signal, ref: false }).catch(() => late);
  const first = await Promise.race([answer, tooLate]);
  over.abort();
  return first;
};

/** The record can be read and written, and this is how far an acknowledgement can be trusted; or what is in the way. */
export const storeCheck = (store: Pick<OpenedStore, 'head' | 'durability' | 'trouble'>): HealthCheck => {
  return async () => {
    const [trouble, head] = await Promise.all([
      soon(store.trouble(), SILENT),
      soon(
        store.head().catch(() => null),
        null,
      ),
    ]);
    const details = { head, ...store.durability };
    return trouble ? { status: 'fail', trouble: trouble.message, ...details } : { status: 'pass', ...details };
  };
};
