import { workerData } from 'node:worker_threads';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { storeFeed } from '@demarche/messaging/in-process';
import { runBuildThread } from '../run-build-thread.ts';

/** Runs in a thread of its own: builds the views that its task names, from the record that its data names. */
const { storeFile } = workerData as { readonly storeFile: string };
const opened: { close(): Promise<void> }[] = [];
await runBuildThread(() => {
  const store = sqliteEventStore({ file: storeFile });
  opened.push(store);
  return storeFeed({ log: store });
});
for (const store of opened) await store.close();
