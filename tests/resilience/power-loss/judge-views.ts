import { join } from 'node:path';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { catchUp, hashOfCleanReplay, hashOfViewFile, viewFilesIn } from '../views/clean-replay.ts';
import { threadsAtOnce } from './threads-at-once.ts';

/** Has the views catch up, or be built anew, as a start does, and holds them against a clean replay of the same record. */
export const judgeViews = async (folder: string, by: 'this thread' | 'threads' = 'this thread'): Promise<string[]> => {
  const eventsFile = join(folder, 'data', 'events.sqlite');
  const store = sqliteEventStore({ file: eventsFile });
  try {
    const views = join(folder, 'data', 'views');
    await catchUp(store, join(views, 'views.sqlite'), by === 'threads' ? threadsAtOnce(eventsFile) : undefined);
    const [file, ...others] = viewFilesIn(views);
    if (!file || others.length > 0) return [`${others.length + (file ? 1 : 0)} files of views answer questions`];
    const [found, replayed] = [hashOfViewFile(file), await hashOfCleanReplay(store, folder)];
    return found === replayed ? [] : ['the views are not those of a clean replay'];
  } catch (error) {
    return [`the views do not come up: ${(error as Error).message}`];
  } finally {
    await store.close();
  }
};
