import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openViews, type Views, ViewsNotReady } from './open-views.ts';
import { runProjections } from './run-projections.ts';
import { journalProjector, paceNote, recordNotes, tallyProjector } from './spec-kit/example-views.ts';

const both = [tallyProjector(), journalProjector()];
const PAGE = 4096;

const newPath = () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-views-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'views'));
  return join(folder, 'views', 'views.db');
};
const storeOf = async (events: number) => {
  const store = memoryEventStore();
  await recordNotes(
    store,
    Array.from({ length: events }, (_, index) => paceNote('XKD-2024-01', `note ${index} ${'x'.repeat(900)}`)),
  );
  return store;
};
const run = (store: EventStore, path: string) => {
  const views = openViews(path, both);
  const troubles: unknown[] = [];
  const projections = runProjections({
    feed: storeFeed({ log: store }),
    views,
    signals: inProcessSignals(),
    retryAfterMs: 1,
    onTrouble: (error) => troubles.push(error),
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= projections.stop().then(() => views.close());
    return stopped;
  };
  onTestFinished(stop);
  const caughtUp = async () => expect(await projections.waitFor(await store.head(), 15_000)).toBe(true);
  return { views, projections, troubles, caughtUp, stop };
};
const notes = (views: Views) => views.read(({ prepare }) => prepare('SELECT sum(notes) AS notes FROM tally').get());
/** Writes over pages of a file, as a failing disk does. */
const spoil = (file: string, from: number) => {
  const handle = openSync(file, 'r+');
  const rubbish = Buffer.alloc(statSync(file).size - from, 0x5a);
  writeSync(handle, rubbish, 0, rubbish.length, from);
  closeSync(handle);
};
const built = async (path: string, store: EventStore) => {
  const first = run(store, path);
  await first.caughtUp();
  await first.stop();
};

describe('views are damaged', () => {
  test.each([
    ['their first page', 0],
    ['the pages behind it', PAGE],
  ])('given %s at the start, then they are built anew, and the damaged file goes', async (_, from) => {
    const [path, store] = [newPath(), await storeOf(60)];
    await built(path, store);
    spoil(join(path, '..', 'views.1.db'), from);
    const again = run(store, path);
    await again.caughtUp();

    expect(notes(again.views)).toEqual({ notes: 60 });
    expect(readdirSync(join(path, '..')).filter((name) => name.endsWith('.db'))).toEqual(['views.2.db']);
  });

  test('given it is found by a question, then nobody is answered from them, and they are built anew by themselves', async () => {
    const [path, store] = [newPath(), await storeOf(400)];
    await built(path, store);
    const { views, troubles, caughtUp } = run(store, path);
    await caughtUp();
    spoil(join(path, '..', 'views.1.db'), PAGE);
    const all = () => views.read(({ prepare }) => prepare('SELECT note FROM journal').all());

    expect(all).toThrow(ViewsNotReady);
    await caughtUp();
    expect(all()).toHaveLength(400);
    expect(troubles[0]).toMatchObject({ message: expect.stringContaining('found damaged') });
  });

  test('given something else lies under their name, then it is left, or replaced where it is no database', async () => {
    const [path, store] = [newPath(), await storeOf(10)];
    const [foreign, rubbish] = [join(path, '..', 'views.1.db'), join(path, '..', 'views.2.db')];
    const other = new DatabaseSync(foreign);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    writeFileSync(rubbish, 'Dear colleague, '.repeat(400));
    const before = readFileSync(foreign);
    const { views, caughtUp } = run(store, path);
    await caughtUp();

    expect(notes(views)).toEqual({ notes: 10 });
    expect(readFileSync(foreign)).toEqual(before);
  });
});
