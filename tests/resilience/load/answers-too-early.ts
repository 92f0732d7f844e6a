import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { readEverything } from './read-everything.ts';

/** About as long as a disk with a cache that it does not own up to. */
const WRITTEN_AFTER_MS = 40;

/**
 * What invariant 7 forbids: answers from memory, and writes to the disk a moment later. All else is as it should be, so
 * that a test which finds nothing wrong with it proves nothing.
 */
export const answersTooEarly = <Store extends EventStore>(store: Store) => {
  const { recall: _, ...durable } = store;
  const front = memoryEventStore();
  const loaded = (async () => {
    for (const event of await readEverything(durable)) {
      await front.append(event.stream, [event], event.revision === 0 ? 'no-stream' : event.revision - 1);
    }
  })();
  return {
    ...durable,
    async append(...[stream, events, expected]: Parameters<EventStore['append']>) {
      await loaded;
      const answer = await front.append(stream, events, expected);
      if (answer.outcome === 'appended') {
        void delay(WRITTEN_AFTER_MS).then(() => durable.append(stream, events, expected));
      }
      return answer;
    },
    async readStream(...[stream, from]: Parameters<EventStore['readStream']>) {
      await loaded;
      return front.readStream(stream, from);
    },
  };
};
