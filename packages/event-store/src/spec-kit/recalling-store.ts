import type { StreamName } from '@demarche/contracts';
import { turns } from '../adapters/eventstoredb/turns.ts';
import type { EventStore, NewEvent } from '../event-store.ts';
import { revisionAfter } from '../revision-after.ts';

/** A process of its own before a store that others use, too: it recalls what was read and appended through it. */
export const recallingStore = (inner: EventStore, onRead: () => void = () => {}): EventStore => {
  const seen = new Map<StreamName, readonly NewEvent[]>();
  const inTurn = turns();
  const eventsOf = (stream: StreamName) => seen.get(stream) ?? [];
  const learn = (stream: StreamName, from: number, events: readonly NewEvent[]) => {
    const known = eventsOf(stream);
    if (from <= known.length) seen.set(stream, structuredClone([...known.slice(0, from), ...events]));
  };

  return {
    ...inner,
    async append(stream, events, expected) {
      const answer = await inner.append(stream, events, expected);
      if (answer.outcome === 'appended') learn(stream, revisionAfter(expected), events);
      return answer;
    },
    async readStream(stream, from = 0) {
      onRead();
      const events = await inner.readStream(stream, from);
      const asNew = events.map(({ eventId, type, data, metadata }) => ({ eventId, type, data, metadata }));
      learn(stream, from, asNew);
      return events;
    },
    recall(stream) {
      const count = eventsOf(stream).length;
      return {
        events: structuredClone(eventsOf(stream)),
        append: (events) =>
          inTurn(stream, async () => {
            const there = await inner.readStream(stream);
            if (there.length !== count) return { outcome: 'overtaken' };
            const answer = await inner.append(stream, events, count === 0 ? 'no-stream' : count - 1);
            if (answer.outcome === 'conflict') return { outcome: 'overtaken' };
            learn(stream, count, events);
            return answer;
          }),
      };
    },
  };
};
