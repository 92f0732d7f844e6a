import type { Marking, Officer, RecordableEvent, StreamName } from '@demarche/contracts';
import { DAY_MS, type Day } from './calendar.ts';

/** What one command records: events of one stream, by one person, at one moment. */
export interface LedgerEntry {
  readonly at: number;
  readonly stream: StreamName;
  readonly officer: Officer;
  readonly marking?: Marking;
  readonly events: readonly RecordableEvent[];
}

/** Takes entries in any order and gives them out in the order in which they were recorded. */
export interface Ledger {
  /** Answers false, and takes nothing, when the moment lies after the last day of record. */
  enter(entry: LedgerEntry): boolean;
  /** All entries before a moment, oldest first. */
  drain(before: number): LedgerEntry[];
}

export const ledger = (lastDay: Day, heldSince: Day): Ledger => {
  const end = (lastDay + 1) * DAY_MS;
  let waiting: LedgerEntry[] = [];
  return {
    enter(entry) {
      if (entry.at >= end) return false;
      if (entry.at < heldSince * DAY_MS)
        throw new RangeError(`${entry.stream} would be recorded before there was a record`);
      waiting.push(entry);
      return true;
    },
    drain(before) {
      const due = waiting.filter(({ at }) => at < before).sort((one, other) => one.at - other.at);
      waiting = waiting.filter(({ at }) => at >= before);
      return due;
    },
  };
};
