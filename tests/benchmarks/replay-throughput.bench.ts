import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { projectionsModule } from '@demarche/projections';
import { appendScenario, generateScenario } from '@demarche/testing/scenario';
import type { Benchmark } from './benchmark.ts';
import { figureOf } from './benchmark.ts';

/** How many events a history holds: the last number on the command line, as in `npm run bench -- replay 1000000`. */
const EVENTS =
  process.argv
    .slice(2)
    .map(Number)
    .findLast((argument) => argument > 0) ?? 100_000;
const ROUNDS = EVENTS > 300_000 ? 1 : 3;
const TODAY = '2026-11-21';

const fillStore = async (file: string): Promise<void> => {
  const store = sqliteEventStore({ file });
  const history = { seed: 187, countries: 187, fromYear: 2013, toYear: 2026, today: TODAY, eventsTarget: EVENTS };
  await appendScenario(store, generateScenario(history));
  await store.close();
};

/** Events a second from the store's file into every view, through the feed, until nothing is left to read. */
const replayPerSecond = async (file: string, viewsFile: string): Promise<number> => {
  const store = sqliteEventStore({ file });
  const clock = { now: () => `${TODAY}T12:00:00.000Z` };
  const start = performance.now();
  const projections = projectionsModule({
    feed: storeFeed({ log: store }),
    signals: inProcessSignals(),
    clock,
    path: viewsFile,
  });
  while ((await projections.status()).lag !== 0) await setTimeout(20);
  const seconds = (performance.now() - start) / 1_000;
  const { parked } = await projections.status();
  await projections.stop();
  await store.close();
  if (parked.length > 0) throw new Error(`${parked.length} streams were parked: the replay is not whole`);
  return EVENTS / seconds;
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
  async *run() {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
    const file = join(folder, 'events.db');
    try {
      await fillStore(file);
      parsePerSecond(file);
      const rounds = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const value = await replayPerSecond(file, join(folder, `views-${round}.db`));
        rounds.push({ value, baseline: parsePerSecond(file) });
      }
      yield figureOf({
        name: `replay of ${EVENTS.toLocaleString('en-US')} events into all views`,
        unit: 'events/s',
        what: 'node:sqlite reading and JSON.parse of the same events from the same file',
        rounds,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
