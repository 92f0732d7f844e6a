import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '@demarche/contracts';
import { type EventStore, StoreUnavailable } from '@demarche/event-store';
import { readEverything } from '../load/read-everything.ts';

const ATTEMPTS = 30;
const PAUSE_MS = 1_000;

/** The whole record. Asks again where nobody answers: a server may have everybody write to it, or a cluster choose its leader. */
export const readInTheEnd = async (store: Pick<EventStore, 'readAll'>): Promise<readonly RecordedEvent[]> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readEverything(store);
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt === ATTEMPTS) throw error;
      await delay(PAUSE_MS);
    }
  }
};
