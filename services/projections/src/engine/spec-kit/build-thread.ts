import { workerData } from 'node:worker_threads';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { storeFeed } from '@demarche/messaging/in-process';
import { runBuildTask } from '../build-task.ts';
import { type ExampleViews, exampleViews } from './example-views.ts';

/** What a thread runs that builds the example views. */
const { eventsFile, views } = workerData as { readonly eventsFile: string; readonly views: ExampleViews };
const opened: { close(): Promise<void> }[] = [];
await runBuildTask(() => {
  const store = sqliteEventStore({ file: eventsFile });
  opened.push(store);
  return storeFeed({ log: store });
}, exampleViews(views));
for (const store of opened) await store.close();
