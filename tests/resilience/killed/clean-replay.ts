import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { EventStore } from '@demarche/event-store';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { contentHash, projectionsModule } from '@demarche/projections';

/** The content hash of views that are built from nothing, out of this store, in a new folder beside others. */
export const hashOfCleanReplay = async (store: EventStore, beside: string): Promise<string> => {
  const folder = mkdtempSync(join(beside, 'replay-'));
  await catchUp(store, join(folder, 'views.sqlite'));
  const [built = ''] = viewFilesIn(folder);
  return hashOfViewFile(built);
};

export const viewFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(folder, name));

/**
 * Opens the views as a start does, and closes them once they hold everything that is on record.
 * @throws what kept them from getting there
 */
export const catchUp = async (store: EventStore, path: string): Promise<void> => {
  const troubles: unknown[] = [];
  const projections = projectionsModule({
    feed: storeFeed({ log: store }),
    signals: inProcessSignals(),
    clock: { now: () => new Date().toISOString() },
    path,
    onTrouble: (error) => troubles.push(error),
  });
  try {
    for (;;) {
      const { lag, serving } = await projections.status();
      if (troubles.length > 0) throw troubles[0];
      if (serving && lag === 0) return;
      await setImmediate();
    }
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
