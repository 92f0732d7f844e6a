import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import type { Acknowledged, Finding } from '../load/acknowledged.ts';
import { judgeRecord } from '../load/judge-record.ts';
import { catchUp, hashOfCleanReplay, hashOfViewFile, viewFilesIn } from '../views/clean-replay.ts';

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
      findings: [...damaged, ...judgeRecord(events, acknowledged), ...judgeViews(viewFilesIn(views), replayed)],
    };
  } finally {
    await store.close();
  }
};

const readEverything = async (store: {
  readAll(after: number, limit: number): Promise<readonly RecordedEvent[]>;
}): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const batch = await store.readAll(events.at(-1)?.position ?? 0, 5_000);
    if (batch.length === 0) return events;
    events.push(...batch);
  }
};

const damageIn = (file: string): Finding[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const found = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    return found
      .filter(({ integrity_check: line }) => line !== 'ok')
      .map(({ integrity_check: line }) => ({ kind: 'damaged', what: `${file}: ${line}` }));
  } finally {
    database.close();
  }
};

const judgeViews = (files: readonly string[], replayed: string): Finding[] => {
  const [file] = files;
  if (!file || files.length > 1) {
    return [{ kind: 'views-differ', what: `There should be one file of views: ${files.join(', ')}` }];
  }
  const hash = hashOfViewFile(file);
  return hash === replayed
    ? []
    : [{ kind: 'views-differ', what: `The views hash to ${hash}, and those of a clean replay to ${replayed}` }];
};
