import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreUnavailable } from '../../event-store.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { temporaryFolder } from '../../spec-kit/temporary-folder.ts';
import { type SqliteEventStoreOptions, sqliteEventStore } from './sqlite-event-store.ts';
import { APPLICATION_ID } from './store-schema.ts';

const open = (options: SqliteEventStoreOptions) => {
  const store = sqliteEventStore(options);
  onTestFinished(() => store.close());
  return store;
};
const newFile = () => join(temporaryFolder(), 'record.db');
const otherProgram = (file: string) => {
  const database = new DatabaseSync(file);
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  return database;
};

describe('a file is opened', () => {
  test('given none, then it is made, in WAL and with every commit synced', () => {
    const file = join(temporaryFolder(), 'not', 'there', 'yet', 'record.db');
    expect(open({ file }).durability).toMatchObject({ journalMode: 'wal', synchronous: 2 });
    expect(existsSync(file)).toBe(true);
  });

  test('given events were appended before it was closed, then they are there, and positions go on without a gap', async () => {
    const file = newFile();
    const [stream, event] = [exampleStream(), exampleEvent()];
    const first = open({ file });
    const answer = await first.append(stream, [event], 'no-stream');
    await first.close();
    const second = open({ file });
    expect(await second.append(stream, [event], 'no-stream')).toEqual(answer);
    expect(await second.append(stream, [exampleEvent()], 0)).toEqual({ outcome: 'appended', revision: 1, position: 2 });
  });

  test("given another program's database, then it is refused and left as it was", () => {
    const file = newFile();
    const other = otherProgram(file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    const before = readFileSync(file);
    expect(() => open({ file })).toThrow(/belongs to another program/);
    expect(readFileSync(file)).toEqual(before);
  });

  test('given a file that is no database, then it is refused', () => {
    const file = newFile();
    writeFileSync(file, 'Dear colleague, '.repeat(500));
    expect(() => open({ file })).toThrow(/is no event store of Demarche: .* Nothing was changed/);
  });

  test('given the schema of a newer release, then it says to update', async () => {
    const file = newFile();
    await open({ file }).close();
    const other = otherProgram(file);
    other.exec('PRAGMA user_version = 3');
    other.close();
    expect(() => open({ file })).toThrow(/newer release of Demarche\. Nothing was changed\. Update Demarche/);
  });

  test('given a place that cannot be WAL, then it is refused', () => {
    expect(() => open({ file: ':memory:' })).toThrow(/cannot keep events safe \(journal memory/);
  });

  test('given a folder in place of the file, then it is refused', () => {
    expect(() => open({ file: temporaryFolder() })).toThrow(/is a folder, where the file with the record should be/);
  });

  test('given a folder that nobody can make, then it does not try for ever', () => {
    expect(() => open({ file: '/proc/nowhere/deep/record.db' })).toThrow(
      /^The folder for \/proc\/nowhere\/deep\/record\.db cannot be made \(E\w+\)\. Choose another folder with DEMARCHE_DATA, or make the folder/,
    );
  });

  test('given a file in place of the folder, then it is refused', () => {
    const file = newFile();
    writeFileSync(file, 'Dear colleague,');
    expect(() => open({ file: join(file, 'record.db') })).toThrow(/The folder for .* cannot be made \(E\w+\)/);
  });

  test('it carries its mark', async () => {
    const file = newFile();
    await open({ file }).close();
    expect(otherProgram(file).prepare('PRAGMA application_id').get()).toEqual({ application_id: APPLICATION_ID });
  });
});

describe('nothing is ever updated or deleted', () => {
  test.each([
    ["UPDATE events SET data = '{}'", /never changed/],
    ['DELETE FROM events', /never deleted/],
    ['INSERT OR REPLACE INTO events SELECT * FROM events', /UNIQUE|never deleted/],
  ])('%s fails, whoever tries', async (sql, reason) => {
    const file = newFile();
    const store = open({ file });
    const stream = exampleStream();
    await store.append(stream, [exampleEvent()], 'no-stream');
    const before = await store.readStream(stream);
    expect(() => otherProgram(file).exec(`PRAGMA recursive_triggers = ON; ${sql}`)).toThrow(reason);
    expect(await store.readStream(stream)).toEqual(before);
  });
});

describe('appends share a commit', () => {
  const commitsDuring = async (file: string, work: () => Promise<unknown>) => {
    const watcher = otherProgram(file);
    const frames = () => (watcher.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() as { log: number }).log;
    const before = frames();
    await work();
    return frames() - before;
  };

  test('64 at once write far fewer pages than 64 one after another', async () => {
    const file = newFile();
    const store = open({ file });
    const appendOne = () => store.append(exampleStream(), [exampleEvent()], 'no-stream');
    const together = await commitsDuring(file, () => Promise.all(Array.from({ length: 64 }, appendOne)));
    const apart = await commitsDuring(file, async () => {
      for (let index = 0; index < 64; index += 1) await appendOne();
    });
    expect(together).toBeLessThan(apart / 2);
  });

  test('each gets its own answer: conflicts do not spoil the commit of the others', async () => {
    const store = open({ file: newFile() });
    const stream = exampleStream();
    const event = exampleEvent();
    const results = await Promise.all([
      store.append(stream, [event], 'no-stream'),
      store.append(stream, [exampleEvent()], 'no-stream'),
      store.append(stream, [event], 'no-stream'),
      store.append(stream, [exampleEvent()], 0),
      store.append(exampleStream(), [exampleEvent()], 4),
    ]);
    expect(results).toEqual([
      { outcome: 'appended', revision: 0, position: 1 },
      { outcome: 'conflict', actual: 0 },
      { outcome: 'appended', revision: 0, position: 1 },
      { outcome: 'appended', revision: 1, position: 2 },
      { outcome: 'conflict', actual: 'no-stream' },
    ]);
  });

  test.each(['ABORT', 'ROLLBACK'])(
    'a write that fails (%s) undoes the whole group, each is told, and the next append works',
    async (how) => {
      const file = newFile();
      const store = open({ file });
      const other = otherProgram(file);
      other.exec(`CREATE TRIGGER full BEFORE INSERT ON events WHEN new.revision = 1
      BEGIN SELECT RAISE(${how}, 'database or disk is full'); END`);
      const stream = exampleStream();
      const results = await Promise.allSettled([
        store.append(exampleStream(), [exampleEvent()], 'no-stream'),
        store.append(stream, [exampleEvent(), exampleEvent()], 'no-stream'),
        store.append(exampleStream(), [exampleEvent()], 'no-stream'),
      ]);
      expect(
        results.map((result) => result.status === 'rejected' && result.reason instanceof StoreUnavailable),
      ).toEqual([true, true, true]);
      expect(await store.head()).toBe(0);
      other.exec('DROP TRIGGER full');
      expect(await store.append(stream, [exampleEvent()], 'no-stream')).toMatchObject({
        outcome: 'appended',
        position: 1,
      });
    },
  );

  test('a file locked by another program makes the store unavailable, not broken', async () => {
    const file = newFile();
    const store = open({ file, busyTimeoutMs: 20 });
    const other = otherProgram(file);
    other.exec('BEGIN IMMEDIATE');
    const [stream, event] = [exampleStream(), exampleEvent()];
    await expect(store.append(stream, [event], 'no-stream')).rejects.toThrow(StoreUnavailable);
    other.exec('COMMIT');
    expect(await store.append(stream, [event], 'no-stream')).toMatchObject({ outcome: 'appended' });
  });
});

describe('several programs share a file', () => {
  test('an append of another connection is noticed', async () => {
    const file = newFile();
    const [here, there] = [open({ file, lookForOthersEveryMs: 5 }), open({ file })];
    const noticed = new Promise<void>((resolve) => {
      onTestFinished(here.onAppended(resolve));
    });
    const stream = exampleStream();
    await there.append(stream, [exampleEvent()], 'no-stream');
    await noticed;
    expect(await here.readStream(stream)).toHaveLength(1);
  });

  /** Two that append without a pause can keep each other waiting for a while. */
  const LONG_MS = 60_000;

  test('two programs append to one stream at once: every revision is won once', { timeout: LONG_MS }, async () => {
    const file = newFile();
    const stream = exampleStream();
    const here = open({ file, busyTimeoutMs: LONG_MS });
    const program = new URL('../../spec-kit/append-from-elsewhere.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [program, file, stream, '100', String(LONG_MS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    let won = 0;
    while (won < 100) {
      const head = (await here.readStream(stream)).at(-1)?.revision ?? 'no-stream';
      const result = await here.append(stream, [exampleEvent()], head);
      if (result.outcome === 'appended') won += 1;
    }
    expect(await ended).toEqual([0, null]);
    const recorded = await here.readStream(stream);
    expect(recorded.map(({ revision }) => revision)).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(recorded.map(({ position }) => position)).toEqual(recorded.map((_, index) => index + 1));
  });
});
