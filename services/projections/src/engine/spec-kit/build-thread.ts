import { setTimeout } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { storeFeed } from '@demarche/messaging/in-process';
import { runBuildTask } from '../build-task.ts';
import { type ExampleViews, exampleViews } from './example-views.ts';

/** What a thread runs that builds the example views. */
const { eventsFile, views, idAfterMs } = workerData as {
  readonly eventsFile: string;
  readonly views: ExampleViews;
  /** How long the record takes to say which event is where. */
  readonly idAfterMs: number;
};
const opened: { close(): Promise<void> }[] = [];
await runBuildTask(() => {
  const store = sqliteEventStore({ file: eventsFile });
  opened.push(store);
  const feed = storeFeed({ log: store });
  return { ...feed, idAt: (position) => setTimeout(idAfterMs).then(() => feed.idAt(position)) };
}, exampleViews(views));
for (const store of opened) await store.close();
