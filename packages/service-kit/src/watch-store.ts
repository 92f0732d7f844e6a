import { setTimeout } from 'node:timers/promises';
import type { OpenedStore } from '@demarche/event-store/open';
import { absence } from './absence.ts';
import type { Readiness } from './health.ts';
import type { Logger } from './logger.ts';

export interface StoreWatch {
  readonly logger: Logger;
  /** Once it is dropped, the service stops, and the store is closed by itself. */
  readonly readiness: Pick<Readiness, 'dropped'>;
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 3_000;

/** Says in the log when the event store cannot be used and when it can again, whether or not anybody asks for it meanwhile. */
export const watchStore = (store: Pick<OpenedStore, 'trouble'>, options: StoreWatch): void => {
  const { logger, readiness, lookEveryMs = LOOK_EVERY_MS } = options;
  const told = absence(logger, {
    away: 'the event store cannot be used',
    back: 'the event store can be used again',
  });
  const watch = async (): Promise<void> => {
    for (;;) {
      const trouble = await store.trouble();
      if (readiness.dropped) return;
      if (trouble) told.away(trouble);
      else told.back();
      await setTimeout(lookEveryMs, undefined, { ref: false });
    }
  };
  void watch();
};
