import { rmSync } from 'node:fs';
import type { Position } from '@demarche/contracts';
import { contentHash } from './content-hash.ts';
import { checkpointOf } from './moments.ts';
import { IN_MEMORY, openViewDatabase, type ViewSettings } from './open-view-database.ts';
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
  /** Says, durably, that this file answers questions from now on. */
  markReady(): void;
  contentHash(): string;
  close(): void;
  /** Closes it and deletes the file. */
  remove(): void;
}

export const openViewFile = (file: string, projectors: readonly Projector[]): ViewFile => {
  const { writer, reader, settings, close } = openViewDatabase(file, projectors);
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
    markReady: () => writer.exec('UPDATE engine_checkpoint SET ready = 1'),
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
