import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { divideViews } from './divide-views.ts';
import { partFile } from './generations.ts';
import { openViews } from './open-views.ts';
import { parkedStreams } from './parking.ts';
import { openPartFile } from './part-file.ts';
import { runProjections } from './run-projections.ts';
import { delivered, type ExampleViews, exampleViews, notes, paceNote, recordNotes } from './spec-kit/example-views.ts';
import { openViewFile } from './view-file.ts';

// Each build starts threads, which read the whole of our code anew.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
const eventsFile = join(folder, 'events.db');
const EVENTS = 400;
const POISON = 'note 250';

const openStore = () => {
  const store = sqliteEventStore({ file: eventsFile });
  onTestFinished(() => store.close());
  return store;
};

beforeAll(async () => {
  const store = sqliteEventStore({ file: eventsFile });
  const notes = Array.from({ length: EVENTS }, (_, index) =>
    paceNote(`XKD-2024-0${1 + (index % 7)}`, `note ${index + 1}`),
  );
  await recordNotes(store, notes);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let paths = 0;
const newPath = (): string => {
  paths += 1;
  return join(folder, `${paths}`, 'views.db');
};
const filesIn = (path: string) => readdirSync(join(path, '..')).filter((name) => name.endsWith('.db'));

/** Overwrites the first page of each table of the journal. */
const spoil = (file: string): void => {
  const database = new DatabaseSync(file);
  const roots = database
    .prepare("SELECT rootpage FROM sqlite_schema WHERE tbl_name LIKE 'journal%' AND rootpage > 0")
    .all();
  database.close();
  const handle = openSync(file, 'r+');
  for (const { rootpage } of roots)
    writeSync(handle, Buffer.alloc(4_096, 0x5a), 0, 4_096, (Number(rootpage) - 1) * 4_096);
  closeSync(handle);
};

/** What comes out when the views take one event after the other, in one thread. */
const plainOutcome = async (views: ExampleViews) => {
  const store = openStore();
  const file = openViewFile(':memory:', exampleViews(views));
  file.apply(await store.readAll(0, EVENTS));
  const outcome = { hash: file.contentHash(), parked: file.read(parkedStreams) };
  file.close();
  return outcome;
};

const start = ({ path = newPath(), count = 2, views = {} as ExampleViews, idAfterMs = 0 } = {}) => {
  const store = openStore();
  const projectors = exampleViews(views);
  const open = openViews(path, projectors);
  const projections = runProjections({
    feed: storeFeed({ log: store }),
    views: open,
    signals: inProcessSignals(),
    threads: {
      projectors,
      settings: {
        script: new URL('spec-kit/build-thread.ts', import.meta.url),
        workerData: { eventsFile, views, idAfterMs },
        count,
        fromEvents: 1,
      },
    },
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= projections.stop().then(() => open.close());
    return stopped;
  };
  onTestFinished(stop);
  const caughtUp = async () => expect(await projections.waitFor(EVENTS, 120_000)).toBe(true);
  return { path, open, projections, stop, caughtUp };
};

describe('views built by several threads', () => {
  test.each([1, 2, 5])('given %i, then they hold what one thread would have made of the record', async (count) => {
    const { path, open, caughtUp } = start({ count });
    await caughtUp();
    expect(open.live()?.contentHash()).toBe((await plainOutcome({})).hash);
    expect(filesIn(path)).toEqual(['views.1.db']);
  });

  test('given events that amend, then they are taken in order at the end', async () => {
    const { open, caughtUp } = start({ views: { amending: true } });
    await caughtUp();
    expect(open.live()?.contentHash()).toBe((await plainOutcome({})).hash);
  });

  test.each([{ amending: false }, { amending: true }])(
    'given an event that cannot be taken, amending: $amending, then its stream is parked there, and what follows is held back',
    async ({ amending }) => {
      const { open, caughtUp } = start({ views: { chokesOn: POISON, amending } });
      await caughtUp();
      const plain = await plainOutcome({ chokesOn: POISON });
      expect(plain.parked).toHaveLength(1);
      expect(open.read(parkedStreams)).toEqual(plain.parked);
      expect(open.live()?.contentHash()).toBe(plain.hash);
    },
  );

  test('given they were called off, then the parts wait, and the next build goes on with them', async () => {
    const { path, open, projections, stop, caughtUp } = start();
    await caughtUp();
    const before = open.live()?.contentHash();
    const rebuilt = projections.rebuild();
    expect(await projections.callOffRebuild()).toBe(true);
    expect(await rebuilt).toBe(false);
    expect(open.unfinished()?.calledOff ?? true).toBe(true);
    await stop();

    const later = start({ path });
    await later.caughtUp();
    expect(await later.projections.rebuild()).toBe(true);
    expect(filesIn(path)).toEqual(['views.2.db']);
    expect(later.open.live()?.contentHash()).toBe(before);
  });

  test('given a part was damaged meanwhile, then it is thrown away, and the build after it begins anew', async () => {
    const { path, open, projections, stop, caughtUp } = start();
    await caughtUp();
    const before = open.live()?.contentHash();
    const rebuilt = projections.rebuild();
    await projections.callOffRebuild();
    await rebuilt;
    await stop();
    const parts = filesIn(path).filter((name) => name.includes('part-'));
    expect(parts).toHaveLength(2);
    for (const name of parts) spoil(join(path, '..', name));

    const later = start({ path });
    await later.caughtUp();
    await expect(later.projections.rebuild()).rejects.toThrow(/malformed/);
    expect(await later.projections.rebuild()).toBe(true);
    expect(filesIn(path)).toEqual(['views.2.db']);
    expect(later.open.live()?.contentHash()).toBe(before);
  });

  test('given their process ended within the build, then the next start goes on by itself', async () => {
    const { path, stop } = start();
    await stop();
    const later = start({ path });
    await later.caughtUp();
    expect(filesIn(path)).toEqual(['views.1.db']);
    expect(later.open.live()?.contentHash()).toBe((await plainOutcome({})).hash);
  });

  test('given parts of another division, then they are built anew', async () => {
    const { path, stop } = start({ count: 1 });
    await stop();
    const later = start({ path, count: 2 });
    await later.caughtUp();
    expect(later.open.live()?.contentHash()).toBe((await plainOutcome({})).hash);
    expect(filesIn(path)).toEqual(['views.1.db']);
  });

  test('given a part that was begun on another record, and this one takes its time to say so, then it is built anew', async () => {
    const path = newPath();
    mkdirSync(dirname(path), { recursive: true });
    const projectors = exampleViews();
    const left = openPartFile(partFile(path, 1, 1), { holding: projectors, building: projectors });
    left.apply(delivered(notes(100, 'XMB-2024-01')));
    left.close();

    const { open, caughtUp } = start({ path, count: 1, idAfterMs: 700 });
    await caughtUp();
    expect(open.live()?.contentHash()).toBe((await plainOutcome({})).hash);
  });

  test('given views that answer, then they do so while they are built anew', async () => {
    const { open, projections, caughtUp } = start();
    await caughtUp();
    const state = { built: false };
    const rebuilt = projections.rebuild().finally(() => {
      state.built = true;
    });
    while (!state.built) {
      expect(open.read(({ prepare }) => prepare('SELECT count(*) AS notes FROM journal').get())).toEqual({
        notes: EVENTS,
      });
      await new Promise(setImmediate);
    }
    expect(await rebuilt).toBe(true);
  });
});

test('views are divided so that no thread has much more to do than another, the longest first', () => {
  const [tally, journal] = exampleViews();
  const of = (view: string, cost: number) => ({ ...(tally ?? journal), view, cost }) as never;
  const names = divideViews([of('a', 1), of('b', 5), of('c', 3), of('d', 3)], 2).map((group) =>
    group.map(({ view }) => view),
  );
  expect(names).toEqual([
    ['b', 'a'],
    ['c', 'd'],
  ]);
});
