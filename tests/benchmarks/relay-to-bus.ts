import type { EventStore } from '@demarche/event-store';
import { systemTiming } from '@demarche/messaging/in-process';
import { connectNats, natsMessageLog } from '@demarche/messaging/nats';
import { runRelay } from '@demarche/relay';

/** At most so many messages are on their way at a time. */
export const IN_FLIGHT = 200;

/** Puts everything that is on record on the bus, as the relay does, and says how many seconds it took once it was connected. */
export const relayToBus = async (store: EventStore, url: string): Promise<number> => {
  const connected = Promise.withResolvers<void>();
  const bus = connectNats({ servers: [url], name: 'bench' });
  bus.onConnected(connected.resolve);
  await connected.promise;
  const [stopping, head] = [new AbortController(), await store.head()];
  const start = performance.now();
  await runRelay({
    store,
    log: natsMessageLog(bus, { ensures: true }),
    timing: systemTiming,
    signal: stopping.signal,
    pageSize: IN_FLIGHT,
    onReached: ({ position }) => position >= head && stopping.abort(),
  });
  const seconds = (performance.now() - start) / 1_000;
  await bus.close();
  return seconds;
};
