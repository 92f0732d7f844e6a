import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';

export interface SimulatedEventStore extends EventStore {
  /** Power is cut: what is written stays, and what was not written yet is gone, unanswered. */
  crash(): void;
}

export interface Disk {
  readonly after: (ms: number, call: () => void) => unknown;
  /** How long the disk takes for the next write. */
  readonly writeMs: () => number;
}

/** The memory store behind a disk that takes its time: an append is written, visible and answered after that, or never. */
export const simulatedEventStore = ({ after, writeMs }: Disk): SimulatedEventStore => {
  const inner = memoryEventStore();
  const underWay = new Set<Promise<unknown>>();
  let crashes = 0;

  const onDisk = () =>
    new Promise<void>((resolve) => {
      const before = crashes;
      after(writeMs(), () => {
        if (crashes === before) resolve();
      });
    });

  return {
    ...inner,
    append(stream, events, expected) {
      const handedOver = structuredClone(events);
      const appending = onDisk().then(() => inner.append(stream, handedOver, expected));
      const settled = appending.catch(() => {}).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return appending;
    },
    crash() {
      crashes += 1;
      underWay.clear();
    },
    async close() {
      await Promise.all(underWay);
      await inner.close();
    },
  };
};
