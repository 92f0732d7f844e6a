import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordedEvent } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { type TracedSteps, tracedFolder, traceProgram } from './trace-program.ts';

export interface Recording {
  readonly folder: string;
  readonly events: number;
  readonly seed: number;
  /** How SQLite is told to wait for the disk, in place of what Demarche tells it. */
  readonly synchronous?: 'OFF' | 'NORMAL';
}

export interface RecordedHistory extends TracedSteps {
  /** What is on record in the end. */
  readonly history: readonly RecordedEvent[];
}

const writer = fileURLToPath(new URL('./traced-writer.ts', import.meta.url));

/** Has a history recorded while every write is watched. */
export const recordHistory = async ({ folder, events, seed, synchronous }: Recording): Promise<RecordedHistory> => {
  const preload = new URL(`./sync-as-told.ts?${synchronous}`, import.meta.url).href;
  const program = [...(synchronous ? ['--import', preload] : []), writer];
  const traced = await traceProgram({
    folder,
    program: [...program, tracedFolder(folder), String(events), String(seed)],
  });
  // A copy: whoever opens the record writes to it.
  const file = join(folder, 'as-recorded.sqlite');
  copyFileSync(join(tracedFolder(folder), 'data', 'events.sqlite'), file);
  const store = sqliteEventStore({ file });
  const history = await store.readAll(0, events + 1);
  await store.close();
  return { ...traced, history };
};
