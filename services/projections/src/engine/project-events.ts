import type { DatabaseSync } from 'node:sqlite';
import type { Position, RecordedEvent } from '@demarche/contracts';
import { eventTaker, type Manner } from './event-taker.ts';
import { inSavepoint, inTransaction, isFileTrouble } from './in-transaction.ts';
import { keepLastEvent } from './last-event.ts';
import { checkpointOf, momentRecorder } from './moments.ts';
import { parking } from './parking.ts';
import type { Projector, ViewWriter } from './projector.ts';
import { putAside } from './put-aside.ts';
import { replayParkedEvents } from './replay-parked.ts';
import { preparedOnce } from './view-reader.ts';

/** What a committed transaction changed, for the signal that is sent after it. */
export interface Applied {
  readonly position: Position;
  readonly countries: readonly string[];
  readonly subjects: readonly string[];
}

export interface EventProjection {
  /** Takes a batch in one transaction, together with the checkpoint. Events at or before the checkpoint are passed over. */
  apply(events: readonly RecordedEvent[]): Applied;
  /**
   * Makes the indexes that a file goes without while it is built, and takes the amending events that waited for them.
   * Does nothing where they are there.
   * @throws BuiltInBulkFailed when one of those cannot be taken: the file is then of no use
   */
  makeIndexes(): void;
  /** Tries again, in order, what is parked in one view or in all. What still cannot be taken stays parked. */
  replayParked(view?: string): Applied;
}

/** An amending event could not be taken at the end of a build. Its stream should have been parked there, and went on. */
export class BuiltInBulkFailed extends Error {
  override readonly name = 'BuiltInBulkFailed';
}

/** @throws where the file cannot be written: nothing of the batch holds then, and trying again later is safe. */
export const eventProjection = (database: DatabaseSync, projectors: readonly Projector[]): EventProjection => {
  const prepare = preparedOnce(database);
  const moveCheckpoint = prepare('UPDATE engine_checkpoint SET position = ?, events = events + ?');
  const keepLast = prepare(keepLastEvent);
  const parked = parking({ prepare });
  const aside = putAside({ prepare });
  const done = new Set<string>();
  const subjects = new Set<string>();
  const countries = new Set<string>();
  const writer: ViewWriter = {
    database,
    prepare,
    onceEachBatch(sql, key, ...values) {
      const id = `${sql} ${key}`;
      if (done.has(id)) return;
      prepare(sql).run(key, ...values);
      done.add(id);
    },
    changed(subject, ofCountries) {
      // Nobody listens to a file that is being built.
      if (!aside.indexed()) return;
      subjects.add(subject);
      for (const country of ofCountries) countries.add(country);
    },
  };
  const taker = eventTaker(projectors, {
    writer,
    parked,
    putAside: aside,
    inSavepoint(work) {
      try {
        inSavepoint(database, work);
      } catch (error) {
        // What was written once may be undone with it.
        done.clear();
        throw error;
      }
    },
  });

  const takeAll = (events: readonly RecordedEvent[], manner: Manner): Position => {
    const before = checkpointOf({ prepare });
    const moments = momentRecorder({ prepare });
    let position = before;
    let last: RecordedEvent | undefined;
    let taken = 0;
    for (const event of events) {
      if (event.position <= position) continue;
      taker.take(event, manner);
      moments.note(event.metadata.recordedAt, event.position);
      position = event.position;
      last = event;
      taken += 1;
    }
    moments.flush();
    if (last) {
      moveCheckpoint.run(position, taken);
      keepLast.run(position, last.eventId);
    }
    return position;
  };
  const committed = (work: () => Position): Applied => {
    done.clear();
    subjects.clear();
    countries.clear();
    const position = inTransaction(database, () => {
      // What is parked is known from the file only: a transaction rolled back, or another process, may have changed it.
      parked.reload();
      aside.reload();
      return work();
    });
    return { position, countries: [...countries], subjects: [...subjects] };
  };

  return {
    apply(events) {
      try {
        return committed(() => takeAll(events, 'trusting'));
      } catch (error) {
        if (isFileTrouble(error)) throw error;
        // Savepoints find out which event it was. They would slow every batch down, so only this one gets them.
        return committed(() => takeAll(events, 'careful'));
      }
    },
    makeIndexes() {
      if (aside.indexed()) return;
      try {
        committed(() => {
          for (const { indexes = '' } of projectors) database.exec(indexes);
          for (const { view, event } of aside.waiting()) taker.takeFromAside(view, event);
          aside.close();
          return checkpointOf({ prepare });
        });
      } catch (error) {
        aside.reload();
        throw isFileTrouble(error) ? error : new BuiltInBulkFailed((error as Error).message, { cause: error });
      }
    },
    replayParked: (view) =>
      committed(() => {
        replayParkedEvents(parked, taker, view);
        return checkpointOf({ prepare });
      }),
  };
};
