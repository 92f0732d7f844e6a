import {
  type EventStoreDbEventStore,
  type EventStoreDbOptions,
  eventStoreDbEventStore as realEventStore,
} from '@demarche/event-store/eventstoredb';
import { answersTooEarly } from '../../load/answers-too-early.ts';

export const eventStoreDbEventStore = (options: EventStoreDbOptions): EventStoreDbEventStore =>
  answersTooEarly(realEventStore(options));
