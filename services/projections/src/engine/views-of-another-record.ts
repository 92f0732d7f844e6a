import type { Position } from '@demarche/contracts';
import type { AgainstRecord } from './against-record.ts';

/** The record was put back behind the views' back. They must not move on: what they hold and what would come is not one history. */
export class ViewsOfAnotherRecord extends Error {
  override readonly name = 'ViewsOfAnotherRecord';
}

/** A bus that still holds what was withdrawn would fill them with it again. */
const REMEDY =
  'Where the relay says as much of the bus, delete its stream first. Then stop this service, delete the files of its views, and start it again';

const sentences: Partial<Record<AgainstRecord, (position: Position) => string>> = {
  shorter: () => `The views hold more than the record: an older backup of it was restored. ${REMEDY}`,
  another: (position) =>
    `The views hold another event at position ${position} than the record: an older backup of it was restored, and more has been recorded since. ${REMEDY}`,
};

/** Whether views hold what is not on record; null where it did not tell. */
export const isBeyondRecord = (told: AgainstRecord): boolean | null =>
  told === 'unknown' ? null : sentences[told] !== undefined;

/** What is wrong with views on this record, and what to do; null where nothing is known to be. */
export const wrongOnRecord = (told: AgainstRecord, position: Position): string | null =>
  sentences[told]?.(position) ?? null;
