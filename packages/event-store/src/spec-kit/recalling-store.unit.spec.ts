import { memoryEventStore } from '../adapters/memory/memory-event-store.ts';
import { eventStoreRecallContract } from '../event-store-recall.contract.ts';
import { recallingStore } from './recalling-store.ts';

eventStoreRecallContract('The store of the specifications', async () => {
  const place = memoryEventStore();
  return [recallingStore(place), recallingStore(place)];
});
