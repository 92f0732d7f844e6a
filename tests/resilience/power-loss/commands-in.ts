import type { RecordedEvent } from '@demarche/contracts';

/** What each command recorded, in order. */
export function* commandsIn(events: Iterable<RecordedEvent>): Generator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  for (const event of events) {
    if (batch[0] && batch[0].metadata.commandId !== event.metadata.commandId) {
      yield batch;
      batch = [];
    }
    batch.push(event);
  }
  if (batch.length > 0) yield batch;
}
