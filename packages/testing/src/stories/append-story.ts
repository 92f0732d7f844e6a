import type { RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';

/** Puts a story on record in a store that is empty, event by event, so that the store counts the positions that the story does. */
export const appendStory = async (store: EventStore, events: readonly RecordedEvent[]): Promise<void> => {
  for (const { stream, revision, eventId, type, data, metadata } of events) {
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    const { outcome } = await store.append(stream, [{ eventId, type, data, metadata }], expected);
    if (outcome === 'conflict') throw new Error(`The store is not empty: ${stream} has events of its own`);
  }
};
