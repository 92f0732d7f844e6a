import type { Position, RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { pageSize } from './page-size.ts';

export interface RecordPage {
  readonly events: readonly RecordedEvent[];
  /** As many as were asked for: there may be more. */
  readonly isFull: boolean;
}

interface RecordPageLimits {
  readonly mostEvents: number;
  readonly mostBytes?: number;
}

/** As much as a page from the bus. */
const MOST_BYTES = 8 * 1_024 * 1_024;

/** Reads a record in pages that are bounded in bytes as well, as far as the events of one are like those of the page before. */
export const recordPages = (
  record: Pick<EventStore, 'readAll'>,
  { mostEvents, mostBytes = MOST_BYTES }: RecordPageLimits,
): ((after: Position) => Promise<RecordPage>) => {
  const size = pageSize({ mostEvents, mostBytes });
  return async (after) => {
    const limit = size.events;
    const events = await record.readAll(after, limit);
    if (events.length > 0) size.learn(events.length, bytesOf(events));
    return { events, isFull: events.length === limit };
  };
};

/** Of the data alone: what stands beside it is about the same for every event, and takes as long to measure. */
const bytesOf = (events: readonly RecordedEvent[]): number =>
  events.reduce((bytes, { data }) => bytes + Buffer.byteLength(JSON.stringify(data)), 0);
