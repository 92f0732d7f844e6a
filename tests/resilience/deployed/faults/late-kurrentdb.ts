import {
  type EventStoreDbEventStore,
  type EventStoreDbOptions,
  eventStoreDbEventStore as realEventStore,
} from '@demarche/event-store/eventstoredb';
import { answersLate } from '../../load/answers-late.ts';

export const eventStoreDbEventStore = (options: EventStoreDbOptions): EventStoreDbEventStore =>
  answersLate(realEventStore(options));
