import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { buildThreads, projectionsModule, projectors } from '@demarche/projections';
import { appendScenario, generateScenario } from '@demarche/testing/scenario';
import { clearFolder, temporaryFolder } from './cleared-at-exit.ts';

/** The day on which every prepared history is looked at. */
export const TODAY = '2026-11-21';
export const FROM_YEAR = 2013;

/** A small record begins later, so that five years ago lies within it as it does within a large one. */
const fromYearOf = (events: number): number => (events < 50_000 ? 2020 : FROM_YEAR);

export const clock = { now: () => `${TODAY}T12:00:00.000Z` };

/** A store and its views, up to date, in a folder laid out as the standalone process keeps its own: `DEMARCHE_DATA`. */
export interface PreparedHistory {
  readonly folder: string;
  readonly events: number;
  readonly eventsFile: string;
  /** Names the files of the views, as `projectionsModule` takes it. */
  readonly viewsFile: string;
}

/** Histories of 187 countries over 14 years, or over 5 where they are small, each prepared once a run. */
export interface PreparedHistories {
  /** So many events with their views. They are shared: a benchmark that writes works on a copy. */
  of(events: number): Promise<PreparedHistory>;
  /** The same in a folder of its own, gone at the end of the run, or before by `clearFolder(folder)`. */
  copyOf(events: number): Promise<PreparedHistory>;
}

/**
 * @param keep a folder in which histories outlast the run; the next one finds them there and rebuilds only views of
 * another version. Without it they are deleted at the end.
 */
export const preparedHistories = (keep?: string): PreparedHistories => {
  const prepared = new Map<number, Promise<PreparedHistory>>();
  const within = keep ?? temporaryFolder();
  const of = (events: number): Promise<PreparedHistory> => {
    const history = prepared.get(events) ?? prepare(historyIn(join(within, `history-of-${events}`), events));
    prepared.set(events, history);
    return history;
  };
  return {
    of,
    async copyOf(events) {
      const { folder } = await of(events);
      const copy = temporaryFolder();
      cpSync(folder, copy, { recursive: true });
      return historyIn(copy, events);
    },
  };
};

const historyIn = (folder: string, events: number): PreparedHistory => ({
  folder,
  events,
  eventsFile: join(folder, 'events.sqlite'),
  viewsFile: join(folder, 'views', 'views.sqlite'),
});

const prepare = async (history: PreparedHistory): Promise<PreparedHistory> => {
  mkdirSync(history.folder, { recursive: true });
  await holdEvents(history);
  await holdViews(history);
  return history;
};

const holdEvents = async ({ folder, events, eventsFile }: PreparedHistory): Promise<void> => {
  if (existsSync(eventsFile)) {
    const store = sqliteEventStore({ file: eventsFile });
    const head = await store.head();
    await store.close();
    if (head === events) return;
    clearFolder(folder);
  }
  const store = sqliteEventStore({ file: eventsFile });
  const world = {
    seed: 187,
    countries: 187,
    fromYear: fromYearOf(events),
    toYear: 2026,
    today: TODAY,
    eventsTarget: events,
  };
  const appended = await appendScenario(store, generateScenario(world));
  await store.close();
  if (appended !== events)
    throw new Error(`The history ended after ${appended} events, before the ${events} asked for`);
};

/** Views of another version are deleted first: to build them anew beside old ones, as a running service does, takes longer. */
const holdViews = async ({ folder, eventsFile, viewsFile }: PreparedHistory): Promise<void> => {
  const note = join(folder, 'views-are-of.txt');
  if (!existsSync(note) || readFileSync(note, 'utf8') !== versionOfViews()) {
    rmSync(join(folder, 'views'), { recursive: true, force: true });
  }
  mkdirSync(join(folder, 'views'), { recursive: true });
  writeFileSync(note, versionOfViews());
  const store = sqliteEventStore({ file: eventsFile });
  const feed = storeFeed({ log: store });
  const threads = buildThreads(eventsFile);
  const projections = projectionsModule({ feed, signals: inProcessSignals(), clock, path: viewsFile, threads });
  while ((await projections.status()).lag !== 0) await setTimeout(20);
  const { parked } = await projections.status();
  await projections.stop();
  await store.close();
  if (parked.length > 0) throw new Error(`${parked.length} streams were parked: the views are not whole`);
};

const versionOfViews = (): string =>
  createHash('sha256')
    .update(JSON.stringify(projectors.map(({ view, version, schema, indexes }) => [view, version, schema, indexes])))
    .digest('hex');
