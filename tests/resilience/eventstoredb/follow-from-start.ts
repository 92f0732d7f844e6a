import type { RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { storeFeed } from '@demarche/messaging/in-process';

/** Follows from the beginning, and keeps what it was given, in the order in which it came. */
export interface Follower {
  /** Ends once so many events came. */
  until(count: number): Promise<readonly RecordedEvent[]>;
}

export const followFromStart = (store: EventStore): Follower => {
  const stopping = new AbortController();
  const followed: RecordedEvent[] = [];
  let look = () => {};
  const following = storeFeed({ log: store, retryAfterMs: 100 }).follow({
    after: 0,
    batchSize: 200,
    signal: stopping.signal,
    handle: async ({ events }) => {
      followed.push(...events);
      look();
    },
  });
  return {
    async until(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      look = () => followed.length >= count && resolve();
      look();
      await Promise.race([promise, following]);
      stopping.abort();
      await following;
      return followed;
    },
  };
};
