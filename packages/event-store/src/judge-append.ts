import type { Position, StreamName } from '@demarche/contracts';
import type { AppendResult, ExpectedRevision, StreamRevision } from './event-store.ts';
import { revisionAfter } from './revision-after.ts';

/** Where an event whose id is already stored stands. */
export interface StoredPlace {
  readonly stream: StreamName;
  readonly revision: StreamRevision;
  readonly position: Position;
  /** Whether what is stored there says the same: a key used twice at the same moment must not pass for a repeat. */
  readonly sameContent: boolean;
}

export interface AppendToJudge {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  /** The revision of the stream's newest event. */
  readonly head: ExpectedRevision;
  /** For each event of the append, where its id stands already. */
  readonly places: readonly (StoredPlace | undefined)[];
}

/**
 * The one rule of optimistic concurrency and of idempotency, for every adapter that can look ids up: `write` when the
 * events are new and the stream is as expected; the first answer when all of them stand where they would be written;
 * else a conflict. A conflict whose `actual` is the expected revision says that an id is taken elsewhere.
 */
export const judgeAppend = ({ stream, expected, head, places }: AppendToJudge): AppendResult | 'write' => {
  if (places.every((place) => place === undefined)) {
    return expected === head ? 'write' : { outcome: 'conflict', actual: head };
  }
  const first = revisionAfter(expected);
  const repeated = places.every(
    (place, index) => place?.stream === stream && place.revision === first + index && place.sameContent,
  );
  const last = places.at(-1);
  return repeated && last
    ? { outcome: 'appended', revision: last.revision, position: last.position }
    : { outcome: 'conflict', actual: head };
};
