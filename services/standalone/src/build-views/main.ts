import { workerData } from 'node:worker_threads';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { storeFeed } from '@demarche/messaging/in-process';
import { runBuildThread } from '@demarche/projections';

/** Runs in a thread of its own: builds the views that its task names, from the record that its data names. */
const { eventsFile } = workerData as { readonly eventsFile: string };
const opened: { close(): Promise<void> }[] = [];
await runBuildThread(() => {
  const store = sqliteEventStore({ file: eventsFile });
  opened.push(store);
  return storeFeed({ log: store });
});
for (const store of opened) await store.close();
