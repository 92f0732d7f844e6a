import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { buildThreads, projectionsModule } from '@demarche/projections';
import { type Benchmark, figureOf } from './benchmark.ts';
import { clearFolder, temporaryFolder } from './cleared-at-exit.ts';
import { clock, type PreparedHistory } from './prepared-history.ts';

const EVENTS = 1_000_000;
const ROUNDS = 3;

/** Events a second from the store's file into every view, through the feed, until the views answer. */
const replayPerSecond = async ({ eventsFile, events }: PreparedHistory): Promise<number> => {
  const folder = temporaryFolder();
  const store = sqliteEventStore({ file: eventsFile });
  const start = performance.now();
  const projections = projectionsModule({
    feed: storeFeed({ log: store }),
    signals: inProcessSignals(),
    clock,
    path: join(folder, 'views.sqlite'),
    threads: buildThreads(eventsFile),
  });
  try {
    while ((await projections.status()).lag !== 0) await setTimeout(20);
    const seconds = (performance.now() - start) / 1_000;
    const { parked } = await projections.status();
    if (parked.length > 0) throw new Error(`${parked.length} streams were parked: the replay is not whole`);
    return events / seconds;
  } finally {
    await projections.stop();
    await store.close();
    clearFolder(folder);
  }
};

/** The same events from the same file, read and parsed, and nothing done with them. */
const parsePerSecond = (file: string): number => {
  const database = new DatabaseSync(file, { readOnly: true });
  const statement = database.prepare('SELECT position, stream, type, data, metadata FROM events ORDER BY position');
  const start = performance.now();
  let parsed = 0;
  for (const { data, metadata } of statement.iterate() as Iterable<{ data: string; metadata: string }>) {
    if (JSON.parse(data) && JSON.parse(metadata)) parsed += 1;
  }
  const seconds = (performance.now() - start) / 1_000;
  database.close();
  return parsed / seconds;
};

export const replayThroughput: Benchmark = {
  name: 'replay-throughput',
  async *run({ events = EVENTS, histories }) {
    const history = await histories.of(events);
    parsePerSecond(history.eventsFile);
    const rounds = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const value = await replayPerSecond(history);
      rounds.push({ value, baseline: parsePerSecond(history.eventsFile) });
    }
    yield figureOf({
      name: `replay of ${events.toLocaleString('en-US')} events into all views`,
      unit: 'events/s',
      what: 'node:sqlite reading and JSON.parse of the same events from the same file',
      rounds,
      targets: [
        { of: 'value', bound: 'at least', limit: 60_000 },
        { of: 'ratio', bound: 'at least', limit: 0.25 },
      ],
    });
  },
};
