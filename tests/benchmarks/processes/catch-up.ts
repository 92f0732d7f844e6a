import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { projectionsModule } from '@demarche/projections';

/** Opens a store and its views, waits until the views hold all of it, and ends. */
const [, , eventsFile = '', viewsFile = ''] = process.argv;
const store = sqliteEventStore({ file: eventsFile });
const projections = projectionsModule({
  feed: storeFeed({ log: store }),
  signals: inProcessSignals(),
  clock: { now: () => new Date().toISOString() },
  path: viewsFile,
});
while ((await projections.status()).lag !== 0) await new Promise((resolve) => setTimeout(resolve, 1));
await projections.stop();
await store.close();
