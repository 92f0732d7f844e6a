import type { RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';

/** The whole record, in order. */
export const readEverything = async ({ readAll }: Pick<EventStore, 'readAll'>): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const batch = await readAll(events.at(-1)?.position ?? 0, 5_000);
    if (batch.length === 0) return events;
    events.push(...batch);
  }
};
