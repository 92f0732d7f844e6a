// Runs under strace: builds all views of a record that lies there, divided among threads, as a start does when there is much.
import { join } from 'node:path';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { projectionsModule } from '@demarche/projections';
import { nothingBehind } from '../views/nothing-behind.ts';
import { threadsAtOnce } from './threads-at-once.ts';

const [, , folder = ''] = process.argv;
const eventsFile = join(folder, 'data', 'events.sqlite');
const store = sqliteEventStore({ file: eventsFile });
const projections = projectionsModule({
  feed: storeFeed({ log: store }),
  signals: inProcessSignals(),
  clock: { now: () => new Date().toISOString() },
  path: join(folder, 'data', 'views', 'views.sqlite'),
  threads: threadsAtOnce(eventsFile),
});
await nothingBehind(projections);
await projections.stop();
await store.close();
