import { join } from 'node:path';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import type { Acknowledged, Finding } from '../load/acknowledged.ts';
import { damageIn } from '../load/damage-in.ts';
import { judgeRecord } from '../load/judge-record.ts';
import { readEverything } from '../load/read-everything.ts';
import { catchUp, hashOfCleanReplay, viewFilesIn } from '../views/clean-replay.ts';
import { judgeViewFiles } from '../views/judge-view-files.ts';

export interface Judgement {
  readonly events: number;
  readonly findings: readonly Finding[];
}

/**
 * Looks at everything that a killed Demarche left in its data folder. The kill may have come between the last commit and the
 * views: they first go on from where they were, as at any start, and must then be those of a clean replay.
 */
export const judgeFolder = async (folder: string, acknowledged: readonly Acknowledged[]): Promise<Judgement> => {
  const eventsFile = join(folder, 'data', 'events.sqlite');
  const views = join(folder, 'data', 'views');
  const damaged = [eventsFile, ...viewFilesIn(views)].flatMap(damageIn);
  const store = sqliteEventStore({ file: eventsFile });
  try {
    const events = await readEverything(store);
    const replayed = await hashOfCleanReplay(store, folder);
    await catchUp(store, join(views, 'views.sqlite'));
    return {
      events: events.length,
      findings: [...damaged, ...judgeRecord(events, acknowledged), ...judgeViewFiles(viewFilesIn(views), replayed)],
    };
  } finally {
    await store.close();
  }
};
