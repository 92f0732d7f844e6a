import { rmSync } from 'node:fs';
import type { Position } from '@demarche/contracts';
import { contentHash } from './content-hash.ts';
import { type LastEvent, lastEventOf } from './last-event.ts';
import { checkpointOf } from './moments.ts';
import { IN_MEMORY, openViewDatabase, type Tables, type ViewSettings } from './open-view-database.ts';
import { type EventProjection, eventProjection } from './project-events.ts';
import type { Projector } from './projector.ts';
import { preparedOnce, type ViewReader } from './view-reader.ts';

/** One generation of all views in one file, with what it takes to write and to read it. */
export interface ViewFile extends EventProjection {
  readonly file: string;
  readonly settings: ViewSettings;
  /** Asks within one snapshot. The answer must be read out before it returns. */
  read<Answer>(ask: (reader: ViewReader) => Answer): Answer;
  checkpoint(): Position;
  lastEvent(): LastEvent;
  /** Until it is ready, far fewer pages are copied out of the log, since the next batch changes most of them again. */
  prepareForBuilding(): void;
  /** Says, durably, that this file answers questions from now on. */
  markReady(): void;
  contentHash(): string;
  close(): void;
  /** Closes it and deletes the file. */
  remove(): void;
}

/** SQLite's own default. */
const PAGES_LOGGED = 1_000;

/**
 * About 80 MB. `synchronous` stays as it is: the log is only waited for when it is copied, so that leaving that out gains
 * next to nothing, and a power cut must not spoil the unfinished file that the next build goes on with.
 */
const PAGES_LOGGED_WHILE_BUILDING = 20_000;

/** @param tables how they are made where the file is new */
export const openViewFile = (file: string, projectors: readonly Projector[], tables?: Tables): ViewFile => {
  const { writer, reader, settings, close } = openViewDatabase(file, projectors, tables);
  const asking: ViewReader = { prepare: preparedOnce(reader) };

  const read = <Answer>(ask: (reader: ViewReader) => Answer): Answer => {
    if (reader === writer || reader.isTransaction) return ask(asking);
    reader.exec('BEGIN');
    try {
      return ask(asking);
    } finally {
      reader.exec('COMMIT');
    }
  };

  return {
    ...eventProjection(writer, projectors),
    file,
    settings,
    read,
    checkpoint: () => read(checkpointOf),
    lastEvent: () => read(lastEventOf),
    prepareForBuilding: () => writer.exec(`PRAGMA wal_autocheckpoint = ${PAGES_LOGGED_WHILE_BUILDING}`),
    // The checkpoint waits for the disk: the generation before it is deleted next.
    markReady: () =>
      writer.exec(
        `UPDATE engine_checkpoint SET ready = 1; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = ${PAGES_LOGGED}`,
      ),
    contentHash: () => contentHash(writer),
    close,
    remove() {
      close();
      removeViewFile(file);
    },
  };
};

/** Deletes a closed file with what SQLite keeps beside it. */
export const removeViewFile = (file: string): void => {
  if (file === IN_MEMORY) return;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
};

/** A file that another program holds open may refuse to go; that is tried again with the next. */
export const removedIfPossible = (file: string): boolean => {
  try {
    removeViewFile(file);
    return true;
  } catch {
    return false;
  }
};
