import { vi } from 'vitest';
import { eventStoreContract } from '../../event-store.contract.ts';
import { eventStoreModelContract } from '../../event-store-model.contract.ts';
import { eventStoreRecallContract } from '../../event-store-recall.contract.ts';
import { describeWithKurrent, newNamespace } from '../../spec-kit/kurrent-for-specs.ts';
import { eventStoreDbEventStore } from './event-store-db-event-store.ts';

// Every event crosses to another process and onto a disk, and the contract appends many.
vi.setConfig({ testTimeout: 120_000 });

describeWithKurrent('KurrentDB', (server) => {
  const shared = newNamespace();
  const openIn = (namespace: string) =>
    eventStoreDbEventStore({ connectionString: server().connectionString, namespace, timeoutMs: 15_000 });

  eventStoreContract('The KurrentDB event store', {
    open: async () => openIn(newNamespace()),
    knowsIdsOfAllStreams: false,
  });
  eventStoreContract('One namespace in KurrentDB, opened again and again', {
    open: async () => openIn(shared),
    knowsIdsOfAllStreams: false,
  });
  eventStoreRecallContract('The KurrentDB event store', async () => {
    const namespace = newNamespace();
    return [openIn(namespace), openIn(namespace)];
  });
  // Positions are places in the log of the whole server, and an id is looked for in its own stream.
  eventStoreModelContract('The KurrentDB event store', async () => openIn(newNamespace()), 25, {
    knowsIdsOfAllStreams: false,
    countsPositions: false,
  });
});
