import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreUnavailable } from '../../event-store.ts';
import { flipBitAt, overwrite } from '../../spec-kit/damage-file.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { temporaryFolder } from '../../spec-kit/temporary-folder.ts';
import { type SqliteEventStore, sqliteEventStore } from './sqlite-event-store.ts';

const PAGE = 4096;
const open = (file: string, busyTimeoutMs = 2_000): SqliteEventStore => {
  const store = sqliteEventStore({ file, busyTimeoutMs });
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
const stream = exampleStream();

/** A closed file with so many events in one stream, the text of each ending with its number. */
const recordOf = async (events: number): Promise<string> => {
  const file = newFile();
  const store = sqliteEventStore({ file });
  for (let from = 0; from < events; from += 100) {
    const batch = Array.from({ length: Math.min(100, events - from) }, (_, index) =>
      exampleEvent({ note: `${'The ministry replied. '.repeat(20)}#no${from + index}.` }),
    );
    await store.append(stream, batch, from === 0 ? 'no-stream' : from - 1);
  }
  await store.close();
  return file;
};
const appendOne = (store: SqliteEventStore) => store.append(exampleStream(), [exampleEvent()], 'no-stream');
const troubleIn = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreUnavailable);
  return (error as StoreUnavailable).trouble;
};

describe('one bit is flipped in what was recorded', () => {
  test('given it is found when the event is read, then it is not answered, and nothing more is appended', async () => {
    const file = await recordOf(400);
    flipBitAt(file, 'no7.');
    const store = open(file);

    expect(await store.readStream(stream, 200)).toHaveLength(200);
    expect(await troubleIn(store.readStream(stream))).toBe('damaged');
    expect(await troubleIn(appendOne(store))).toBe('damaged');
    await expect(appendOne(store)).rejects.toThrow(
      /record\.db is damaged: the event at position 8 does not read as it was written\. Stop Demarche, keep a copy/,
    );
    expect(await store.trouble()).toMatchObject({ trouble: 'damaged' });
  });

  test('given a feed reads over it, then it gets none of the page, and what lies before', async () => {
    const file = await recordOf(400);
    flipBitAt(file, 'no250.');
    const store = open(file);

    expect(await store.readAll(0, 200)).toHaveLength(200);
    expect(await troubleIn(store.readAll(200, 100))).toBe('damaged');
  });

  test('given it is in one of the newest, then the start is refused', async () => {
    const file = await recordOf(20);
    flipBitAt(file, 'no17.');
    expect(() => open(file)).toThrow(/is damaged: .* position 18 .* Nothing was changed/);
  });

  test('given it was recorded by a release without checksums, then what is no JSON any more is damaged', async () => {
    const file = await recordOf(300);
    const database = otherProgram(file);
    database.exec('DROP TRIGGER events_are_never_changed; UPDATE events SET checksum = NULL; VACUUM');
    database.close();
    flipBitAt(file, '#no7.');
    expect(await troubleIn(open(file).readAll(0, 300))).toBe('damaged');
  });
});

describe('a page is damaged', () => {
  test.each([
    ['the header', 0],
    ['the tables of contents', 1],
  ])('given %s is, then the start is refused and the file is left as it was', async (_, page) => {
    const file = await recordOf(300);
    overwrite(file, page === 0 ? 0 : 100, Buffer.alloc(60, 0xa5));
    const before = readFileSync(file);
    expect(() => open(file)).toThrow(/Nothing was changed/);
    expect(readFileSync(file)).toEqual(before);
  });

  test('given every page but the first is, then it starts or not, and never answers an event that was not recorded', async () => {
    const sound = await recordOf(300);
    const notes = new Set((await open(sound).readAll(0, 300)).map(({ data }) => JSON.stringify(data)));
    const pages = statSync(sound).size / PAGE;
    const found = { refused: 0, unavailable: 0, unharmed: 0 };
    for (let page = 1; page < pages; page += 3) {
      const file = newFile();
      writeFileSync(file, readFileSync(sound));
      overwrite(file, page * PAGE, Buffer.alloc(PAGE, 0x5a));
      const outcome = await (async () => {
        try {
          const store = open(file);
          const events = [...(await store.readStream(stream)), ...(await store.readAll(0, 300))];
          expect(events.every(({ data }) => notes.has(JSON.stringify(data)))).toBe(true);
          return 'unharmed' as const;
        } catch (error) {
          return error instanceof StoreUnavailable ? ('unavailable' as const) : ('refused' as const);
        }
      })();
      found[outcome] += 1;
    }
    expect(found.refused).toBeGreaterThan(0);
    expect(found.unavailable).toBeGreaterThan(10);
  });

  test('given a running one loses a page that it has not read yet, then reading says so and appends are refused', async () => {
    const file = await recordOf(3_000);
    const store = open(file);
    overwrite(file, Math.floor(statSync(file).size / PAGE / 3) * PAGE, Buffer.alloc(PAGE * 8, 0x5a));

    expect(await troubleIn(store.readAll(0, 3_000))).toBe('damaged');
    expect(await troubleIn(appendOne(store))).toBe('damaged');
  });

  test('given the file was cut short, then the start is refused', async () => {
    const file = await recordOf(600);
    truncateSync(file, Math.floor(statSync(file).size / 2 / PAGE) * PAGE);
    expect(() => open(file)).toThrow(/is damaged: .* Nothing was changed/);
  });
});

describe('another program holds the file', () => {
  /** A turn of the event loop in which nothing is tried is shorter than SQLite waits each time. */
  const SHORT_TURN_MS = 10;
  const turnBeside = async (store: SqliteEventStore): Promise<number> => {
    const began = performance.now();
    expect(await store.head()).toBe(0);
    await new Promise(setImmediate);
    return performance.now() - began;
  };

  test('given it lets go in time, then the append waits for it, and everything else goes on meanwhile', async () => {
    const file = newFile();
    const store = open(file, 15_000);
    const other = otherProgram(file);
    other.exec('BEGIN EXCLUSIVE');
    const still = { waiting: true };
    const appended = appendOne(store).finally(() => {
      still.waiting = false;
    });
    appended.catch(() => {});
    const tries: number[] = [];
    while (still.waiting && tries.length < 9) {
      const took = await turnBeside(store);
      if (took > SHORT_TURN_MS) tries.push(took);
    }
    other.exec('COMMIT');

    expect(await appended).toMatchObject({ outcome: 'appended', position: 1 });
    // One or two may be long on a busy machine.
    expect(tries.toSorted((a, b) => a - b)[4]).toBeLessThan(200);
    expect(await store.trouble()).toBeNull();
  });

  test('given it does not, then the append fails, the store says why, and goes on as soon as it is free', async () => {
    const file = newFile();
    const store = open(file, 60);
    const other = otherProgram(file);
    other.exec('BEGIN EXCLUSIVE');

    expect(await troubleIn(appendOne(store))).toBe('locked');
    expect((await store.trouble())?.message).toMatch(/Another program holds .*record\.db for itself\. End what has it/);
    other.exec('ROLLBACK');
    expect(await store.trouble()).toBeNull();
    expect(await appendOne(store)).toMatchObject({ position: 1 });
  });

  test('given it is so at the start, then the start says who must let go', () => {
    const file = newFile();
    const other = otherProgram(file);
    other.exec('PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE');
    expect(() => open(file, 30)).toThrow(/Another program holds .*record\.db for itself\. .*, then start again/);
  });
});

test('a file of the first version is brought on, and nothing of it changes', async () => {
  const file = await recordOf(30);
  const database = otherProgram(file);
  const before = await open(file).readAll(0, 30);
  database.exec('ALTER TABLE events DROP COLUMN checksum; PRAGMA user_version = 1');
  database.close();
  const store = open(file);

  expect(await store.readAll(0, 30)).toEqual(before);
  expect(await store.append(stream, [exampleEvent()], 29)).toMatchObject({ position: 31 });
  expect(otherProgram(file).prepare('SELECT count(*) AS n FROM events WHERE checksum IS NOT NULL').get()).toEqual({
    n: 1,
  });
});
