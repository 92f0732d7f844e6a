import { DatabaseSync } from 'node:sqlite';
import type { Position } from '@demarche/contracts';
import { UNSAFE } from './inspect-view-file.ts';
import { LAST_EVENT_TABLE, type LastEvent, lastEventOf } from './last-event.ts';
import { checkpointOf } from './moments.ts';
import { makeViewTables } from './open-view-database.ts';
import { type EventProjection, eventProjection } from './project-events.ts';
import type { Projector } from './projector.ts';

/** Some views being built in a file of their own, which nobody asks anything yet. */
export interface PartFile extends Pick<EventProjection, 'apply' | 'makeIndexes'> {
  checkpoint(): Position;
  lastEvent(): LastEvent;
  /** Waits for the disk. Only a part closed so is gone on with later: nothing was waited for while it was written. */
  close(): void;
  /** Closes it as it is, after a failure. */
  leave(): void;
}

/**
 * Opens a part, or makes it.
 * @param holding the views whose tables it has
 * @param building those of them that are built in it
 */
export const openPartFile = (
  file: string,
  { holding, building }: { readonly holding: readonly Projector[]; readonly building: readonly Projector[] },
): PartFile => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -131072');
  makeUnsafe(database, 'MEMORY');
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  if (tables === 0) makeViewTables(database, holding, 'bulk');
  database.exec(LAST_EVENT_TABLE);
  return {
    ...eventProjection(database, building),
    checkpoint: () => checkpointOf(database),
    lastEvent: () => lastEventOf(database),
    close() {
      makeSafe(database);
      database.close();
    },
    leave: () => database.close(),
  };
};

/** Waits for the disk no more, once that holds the mark which says so. */
export const makeUnsafe = (database: DatabaseSync, journal: 'MEMORY' | 'OFF'): void => {
  database.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = ${journal}; PRAGMA synchronous = FULL;
    PRAGMA user_version = ${UNSAFE}; PRAGMA synchronous = OFF`);
};

/** Waits until the disk holds all that was written, and only then says so in the file, which the disk may write first. */
export const makeSafe = (database: DatabaseSync): void => {
  database.exec(`PRAGMA synchronous = FULL; PRAGMA user_version = ${UNSAFE + 1}; PRAGMA user_version = 0`);
};
