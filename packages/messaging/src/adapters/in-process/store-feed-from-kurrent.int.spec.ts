import { randomUUID } from 'node:crypto';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { eventStoreDbEventStore } from '@demarche/event-store/eventstoredb';
import { type EventStoreServer, eventStoreInstalled, startEventStore } from '@demarche/testing';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { feedContract } from '../../feed.contract.ts';
import { storeFeed } from './store-feed.ts';

vi.setConfig({ testTimeout: 120_000 });

const installed = eventStoreInstalled();
const reason = installed === true ? '' : ` (skipped: ${installed})`;

describe.skipIf(reason !== '')(`KurrentDB${reason}`, () => {
  let server: EventStoreServer;
  beforeAll(async () => {
    server = await startEventStore();
  }, 120_000);
  afterAll(() => server?.close());

  /** One who records and one who follows, as in two processes. */
  const open = async () => {
    const namespace = `specification.${randomUUID().replaceAll('-', '')}`.slice(0, 40);
    const at = { connectionString: server.connectionString, namespace, timeoutMs: 15_000 };
    const [writing, reading] = [eventStoreDbEventStore(at), eventStoreDbEventStore(at)];
    const record = async (count: number) => {
      const stream = exampleStream();
      const events = Array.from({ length: count }, (_, index) => exampleEvent({ index }));
      for (const [index, event] of events.entries()) {
        await writing.append(stream, [event], index === 0 ? 'no-stream' : index - 1);
      }
      return events.map(({ eventId }) => eventId);
    };
    const close = async () => {
      await writing.close();
      await reading.close();
    };
    return { feed: storeFeed({ log: reading }), record, close };
  };
  feedContract('A feed from KurrentDB', open);
});
