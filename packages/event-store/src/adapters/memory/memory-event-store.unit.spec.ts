import { eventStoreContract } from '../../event-store.contract.ts';
import { eventStoreModelContract } from '../../event-store-model.contract.ts';
import { memoryEventStore } from './memory-event-store.ts';

eventStoreContract('The memory event store', { open: async () => memoryEventStore() });
eventStoreModelContract('The memory event store', async () => memoryEventStore());
