import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@demarche/event-store';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { contentHash, type ProjectionsPorts, projectionsModule } from '@demarche/projections';
import { nothingBehind } from './nothing-behind.ts';

/** The content hash of views that are built from nothing, out of this store, in a new folder beside others. */
export const hashOfCleanReplay = async (store: EventStore, beside: string): Promise<string> => {
  const folder = mkdtempSync(join(beside, 'replay-'));
  await catchUp(store, join(folder, 'views.sqlite'));
  const [built = ''] = viewFilesIn(folder);
  return hashOfViewFile(built);
};

/** The files of views that answer questions. What an interrupted build left behind, in whichever state, is not among them. */
export const viewFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^views\.\d+\.sqlite$/.test(name))
    .map((name) => join(folder, name))
    .filter(isReady);

const isReady = (file: string): boolean => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('SELECT ready FROM engine_checkpoint').get()?.['ready'] === 1;
  } catch {
    return false;
  } finally {
    database.close();
  }
};

/**
 * Opens the views as a start does, and closes them once they hold everything that is on record.
 * @throws what keeps them from getting there
 */
export const catchUp = async (
  store: EventStore,
  path: string,
  threads?: NonNullable<ProjectionsPorts['threads']>,
): Promise<void> => {
  const projections = projectionsModule({
    feed: storeFeed({ log: store }),
    signals: inProcessSignals(),
    clock: { now: () => new Date().toISOString() },
    path,
    ...(threads ? { threads } : {}),
  });
  try {
    await nothingBehind(projections);
  } finally {
    await projections.stop();
  }
};

export const hashOfViewFile = (file: string): string => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return contentHash(database);
  } finally {
    database.close();
  }
};
