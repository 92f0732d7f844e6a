export type { EventStoreUnderContract } from '../event-store.contract.ts';
export { eventStoreContract } from '../event-store.contract.ts';
export { eventStoreModelContract } from '../event-store-model.contract.ts';
export { exampleEvent, exampleMetadata, exampleStream } from '../spec-kit/example-event.ts';
