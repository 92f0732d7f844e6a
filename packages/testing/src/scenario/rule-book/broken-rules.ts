import type { EventType, RecordedEvent } from '@demarche/contracts';
import { emptyBook, firstFault, type Judge, type Judges } from './book.ts';
import { commitmentRules } from './commitment-rules.ts';
import { engagementRules } from './engagement-rules.ts';
import { recommendationRules } from './recommendation-rules.ts';

const judges: Judges = { ...recommendationRules, ...engagementRules, ...commitmentRules };

/** Reads a history as the write services would, and names every event that they would have refused. */
export const brokenRules = (events: Iterable<RecordedEvent>): readonly string[] => {
  const book = emptyBook();
  const faults: string[] = [];
  for (const { type, data, stream, revision, metadata } of events) {
    const judge = judges[type as EventType] as Judge<EventType> | undefined;
    const { occurredOn } = data as { occurredOn: string };
    const ahead = occurredOn > metadata.recordedAt.slice(0, 10);
    const fault = judge?.(book, data as never) ?? firstFault([ahead, 'had not happened when it was recorded']);
    if (fault) faults.push(`${type} ${stream}#${revision} ${fault}`);
  }
  return faults;
};
