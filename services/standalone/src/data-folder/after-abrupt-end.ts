import type { EventStore } from '@demarche/event-store';

/**
 * What whoever starts Demarche is told when it had no time to end: where the record goes on, and that what was never
 * answered is sent again. An append that was not committed leaves nothing to count: SQLite drops it unread.
 */
export const afterAbruptEnd = async (store: Pick<EventStore, 'head' | 'readAll'>): Promise<string> => {
  const head = await store.head();
  const [last] = await store.readAll(Math.max(0, head - 1), 1);
  const end = last
    ? `up to event ${head} of ${last.metadata.recordedAt.slice(0, 19).replace('T', ' ')} UTC`
    : 'which is nothing yet';
  return `Demarche had no time to end: it was killed, or the power failed. Everything that it answered is on record, ${end}. What was sent and never answered may be missing: send it again; the same key is never recorded twice.`;
};
