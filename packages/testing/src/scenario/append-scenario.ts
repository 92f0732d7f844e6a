import type { RecordedEvent, StreamName } from '@demarche/contracts';
import type { EventStore, NewEvent } from '@demarche/event-store';

/** So many appends wait together that a store which commits in groups can fill them. */
const AT_ONCE = 512;

/**
 * Appends a generated history to an empty store, in its recorded order and with its own moments of record. What one
 * command recorded is one append. A store that allocates positions in the order of the calls ends with those of the history.
 * @param atOnce 1 for a store that does not: what refers to something would stand before it otherwise
 * @returns how many events were appended
 */
export const appendScenario = async (
  store: EventStore,
  events: Iterable<RecordedEvent>,
  atOnce: number = AT_ONCE,
): Promise<number> => {
  let appended = 0;
  const waiting = new Map<StreamName, Promise<void>>();
  for (const batch of commandsIn(events)) {
    const [first] = batch;
    if (!first) continue;
    if (waiting.has(first.stream) || waiting.size >= atOnce) {
      await Promise.all(waiting.values());
      waiting.clear();
    }
    waiting.set(first.stream, append(store, first, batch));
    appended += batch.length;
  }
  await Promise.all(waiting.values());
  return appended;
};

const append = async (store: EventStore, first: RecordedEvent, batch: readonly RecordedEvent[]): Promise<void> => {
  const events = batch.map(({ eventId, type, data, metadata }): NewEvent => ({ eventId, type, data, metadata }));
  const { outcome } = await store.append(first.stream, events, first.revision === 0 ? 'no-stream' : first.revision - 1);
  if (outcome === 'conflict') throw new Error(`The store is not empty: ${first.stream} has events of its own`);
};

function* commandsIn(events: Iterable<RecordedEvent>): Generator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  for (const event of events) {
    const [first] = batch;
    if (first && first.metadata.commandId !== event.metadata.commandId) {
      yield batch;
      batch = [];
    }
    batch.push(event);
  }
  if (batch.length > 0) yield batch;
}
