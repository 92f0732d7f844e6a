import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type IsoDate, type RecordedEvent, StreamName } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { projectionsModule } from '@demarche/projections';
import { appendScenario, demonstrationHistory } from '@demarche/testing/scenario';
import { describe, expect, onTestFinished, test } from 'vitest';
import { KeepingRefused, recordKeeping } from './main.ts';

const EVENTS = 120;
const quiet = () => {};

const newRoom = (): string => {
  const room = mkdtempSync(join(tmpdir(), 'demarche-keeping-'));
  onTestFinished(() => rmSync(room, { recursive: true, force: true }));
  return room;
};
const history = (): RecordedEvent[] => {
  const events: RecordedEvent[] = [];
  for (const event of demonstrationHistory({ today: '2026-03-02' as IsoDate })) {
    if (events.length === EVENTS) break;
    events.push(event);
  }
  return events;
};
const recordIn = async (data: string, views = false): Promise<string> => {
  const file = join(data, 'events.sqlite');
  const store = sqliteEventStore({ file });
  await appendScenario(store, history());
  if (views) {
    const projections = projectionsModule({
      feed: storeFeed({ log: store }),
      signals: inProcessSignals(),
      clock: { now: () => '2026-03-02T09:30:00.000Z' },
      path: join(data, 'views', 'views.sqlite'),
    });
    while ((await projections.status()).lag !== 0) await new Promise(setImmediate);
    await projections.stop();
  }
  await store.close();
  return file;
};
const change = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  database.close();
};
const refusal = async (work: Promise<unknown>): Promise<KeepingRefused> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(KeepingRefused);
  return error as KeepingRefused;
};

describe('a record is verified', () => {
  test('given nothing is wrong, then it is sound, and its views are what it makes of them', async () => {
    const data = newRoom();
    await recordIn(data, true);
    expect(await recordKeeping.verify(data, true, quiet)).toEqual({
      folder: data,
      kind: 'record',
      position: EVENTS,
      views: 'equal',
      sound: true,
      findings: [],
      findingsInAll: 0,
    });
  });

  test.each([
    ['an event is missing', 'DELETE FROM events WHERE position = 70', 'position-missing'],
    [
      'the newest are missing but one',
      `DELETE FROM events WHERE position BETWEEN 100 AND ${EVENTS - 1}`,
      'position-missing',
    ],
    ['a letter has changed', "UPDATE events SET data = replace(data, 'e', 'a') WHERE position = 70", 'event-damaged'],
    [
      'who recorded it has changed',
      "UPDATE events SET metadata = replace(metadata, 'actor', 'artor') WHERE position = 9",
      'event-damaged',
    ],
    [
      'a revision has changed',
      'UPDATE events SET checksum = NULL, revision = revision + 50 WHERE position = 70',
      'revision-out-of-order',
    ],
    [
      'an event has another id than its command gives',
      "UPDATE events SET checksum = NULL, event_id = x'00112233445566778899aabbccddeeff' WHERE position = 70",
      'id-not-of-its-command',
    ],
    [
      'an event is of no known type',
      "UPDATE events SET checksum = NULL, type = 'TreatySigned' WHERE position = 70",
      'event-unreadable',
    ],
    [
      'an event breaks its schema',
      "UPDATE events SET checksum = NULL, data = '{}' WHERE position = 70",
      'event-unreadable',
    ],
  ])('given %s, then it is found', async (_, sql, code) => {
    const data = newRoom();
    change(await recordIn(data), sql);
    const verified = await recordKeeping.verify(data, true, quiet);

    expect(verified.sound).toBe(false);
    expect(verified.findings.map((finding) => finding.code)).toContain(code);
  });

  test('given the views say something else, then it is found', async () => {
    const data = newRoom();
    await recordIn(data, true);
    const [name = ''] = readdirSync(join(data, 'views')).filter((each) => each.endsWith('.sqlite'));
    change(join(data, 'views', name), "UPDATE timeline_entry SET occurred_on = '1999-01-01'");
    expect(await recordKeeping.verify(data, true, quiet)).toMatchObject({ sound: false, views: 'different' });
    expect(await recordKeeping.verify(data, false, quiet)).toMatchObject({ sound: true, views: 'not-asked' });
  });

  test('given the views know more than the record, then it is found', async () => {
    const data = newRoom();
    const file = await recordIn(data, true);
    change(file, `DELETE FROM events WHERE position = ${EVENTS}`);
    expect(await recordKeeping.verify(data, true, quiet)).toMatchObject({
      views: 'ahead',
      findings: [{ code: 'views-ahead' }],
    });
  });
});

describe('a record that services share, in a file of any name', () => {
  const sharedFile = async (room: string): Promise<string> => {
    mkdirSync(join(room, 'data'));
    const file = join(room, 'shared.db');
    renameSync(await recordIn(join(room, 'data'), true), file);
    return file;
  };

  test('is verified as it lies there, and nothing of it is changed', async () => {
    const file = await sharedFile(newRoom());
    const held = readFileSync(file);

    expect(await recordKeeping.verify(file, true, quiet)).toMatchObject({
      folder: file,
      kind: 'record',
      position: EVENTS,
      views: 'none',
      sound: true,
    });
    expect(readFileSync(file).equals(held)).toBe(true);
  });

  test('is verified while it is written, and what is wrong is found', async () => {
    const file = await sharedFile(newRoom());
    const store = sqliteEventStore({ file });
    onTestFinished(() => store.close());
    expect(await recordKeeping.verify(file, true, quiet)).toMatchObject({ position: EVENTS, sound: true });

    change(file, "UPDATE events SET data = replace(data, 'e', 'a') WHERE position = 70");
    expect((await recordKeeping.verify(file, true, quiet)).findings).toMatchObject([{ code: 'event-damaged' }]);
  });

  test('is held against the views of one replica, wherever they are', async () => {
    const room = newRoom();
    const file = await sharedFile(room);
    const views = join(room, 'data', 'views', 'views.sqlite');

    expect(await recordKeeping.verify(file, views, quiet)).toMatchObject({ views: 'equal', sound: true });
    expect(await refusal(recordKeeping.verify(file, join(room, 'no.sqlite'), quiet))).toMatchObject({
      fault: 'unsuitable',
      message: expect.stringMatching(/There are no views in .*no\.sqlite/),
    });
  });

  test('is backed up by its name', async () => {
    const room = newRoom();
    const taken = await recordKeeping.backup(await sharedFile(room), join(room, 'backup'), quiet);
    expect(taken.manifest).toMatchObject({ events: EVENTS, demonstration: false });
    expect(await recordKeeping.verify(join(room, 'backup'), true, quiet)).toMatchObject({
      kind: 'backup',
      sound: true,
    });
    expect(taken).toMatchObject({ home: join(room, 'events.sqlite'), isRenamed: true });
    expect(await recordKeeping.restore(taken.folder, taken.home, true, quiet)).toMatchObject({ ownViews: false });
    const again = await recordKeeping.backup(taken.home, join(room, 'again'), quiet);
    expect(again).toMatchObject({ home: taken.home, isRenamed: false });
  });

  test('is restored by its name into the folder that it lies in, there already or not', async () => {
    const room = newRoom();
    const backup = join(room, 'backup');
    await recordKeeping.backup(await sharedFile(room), backup, quiet);
    const file = join(room, 'store', 'events.sqlite');

    const restored = await recordKeeping.restore(backup, file, false, quiet);
    expect(restored).toMatchObject({ folder: join(room, 'store'), keptAside: null, ownViews: false });
    expect(await recordKeeping.verify(file, true, quiet)).toMatchObject({ position: EVENTS, sound: true });
    const again = await recordKeeping.restore(backup, file, true, quiet);
    expect(again.keptAside).toContain(join(room, 'store', 'replaced-'));
    mkdirSync(join(room, 'store', 'views'));
    expect(await recordKeeping.restore(backup, file, true, quiet)).toMatchObject({ ownViews: false });
    expect(existsSync(join(room, 'store', 'views'))).toBe(false);
  });

  test('given it is called otherwise, then it is not replaced, and nothing is made beside it', async () => {
    const room = newRoom();
    const [file, backup] = [await sharedFile(room), join(room, 'backup')];
    await recordKeeping.backup(file, backup, quiet);
    const held = readFileSync(file);
    const there = readdirSync(room);

    for (const data of [file, join(room, 'new.sqlite')]) {
      expect(await refusal(recordKeeping.restore(backup, data, true, quiet))).toMatchObject({
        fault: 'unsuitable',
        message: `A backup is restored as events.sqlite, and ${data} is called otherwise. Nothing was changed. Name a folder with --data, and the events.sqlite in it in DEMARCHE_STORE.`,
      });
    }
    expect(readdirSync(room)).toEqual(there);
    expect(readFileSync(file).equals(held)).toBe(true);
  });

  test('is not replaced while anybody has it open, and nothing is changed', async () => {
    const room = newRoom();
    const data = join(room, 'data');
    mkdirSync(data);
    const file = await recordIn(data);
    await recordKeeping.backup(data, join(room, 'backup'), quiet);
    const store = sqliteEventStore({ file });

    expect(await refusal(recordKeeping.restore(join(room, 'backup'), data, true, quiet))).toMatchObject({
      fault: 'unsuitable',
      message: `${file} is in use. Stop every service of Demarche that has it open, then try again. Nothing was changed.`,
    });
    expect(await store.head()).toBe(EVENTS);
    await store.close();
    expect((await recordKeeping.restore(join(room, 'backup'), data, true, quiet)).keptAside).toMatch(/replaced-/);
  });
});

describe('a backup is taken and brought back', () => {
  test('given a demonstration, then it stays one, no key is copied, and the events are the same', async () => {
    const room = newRoom();
    const [data, target, restored] = [join(room, 'data'), join(room, 'backup'), join(room, 'restored')];
    mkdirSync(data);
    await recordIn(data, true);
    writeFileSync(join(data, 'demonstration.json'), '{"state":"filled"}');
    writeFileSync(join(data, 'identity.key'), Buffer.alloc(32));
    const { manifest } = await recordKeeping.backup(data, target, quiet);
    await recordKeeping.restore(target, restored, false, quiet);

    expect(manifest).toMatchObject({ position: EVENTS, events: EVENTS, demonstration: true });
    expect(readdirSync(target).sort()).toEqual(['demonstration.json', 'events.sqlite', 'manifest.json']);
    expect(readFileSync(join(restored, 'demonstration.json'), 'utf8')).toBe('{"state":"filled"}');
    expect(readdirSync(room).sort()).toEqual(['backup', 'data', 'restored']);
    expect(await recordKeeping.verify(restored, true, quiet)).toMatchObject({ sound: true, views: 'none' });
  });

  test('given a record is there, then it is only replaced when that is asked for, and kept', async () => {
    const room = newRoom();
    const [data, target] = [join(room, 'data'), join(room, 'backup')];
    mkdirSync(data);
    await recordIn(data, true);
    await recordKeeping.backup(data, target, quiet);
    const store = sqliteEventStore({ file: join(data, 'events.sqlite') });
    const [event] = history();
    if (!event) throw new Error('There is no event');
    const stream = StreamName.parse('engagement-ENG-AAAA-AAAA');
    await store.append(stream, [{ ...event, eventId: crypto.randomUUID() }], 'no-stream');
    await store.close();

    const refused = await refusal(recordKeeping.restore(target, data, false, quiet));
    expect(refused).toMatchObject({
      fault: 'unsuitable',
      message: expect.stringMatching(/holds a record already\. With --replace/),
    });
    const { keptAside, ownViews } = await recordKeeping.restore(target, data, true, quiet);
    expect(ownViews).toBe(true);
    expect((await recordKeeping.verify(data, true, quiet)).position).toBe(EVENTS);
    expect((await recordKeeping.verify(keptAside ?? '', false, quiet)).position).toBe(EVENTS + 1);
    expect(existsSync(join(data, 'views'))).toBe(false);
  });

  test('given the record is damaged, then no backup is left that would pass for a good one', async () => {
    const room = newRoom();
    const [data, target] = [join(room, 'data'), join(room, 'backup')];
    mkdirSync(data);
    change(await recordIn(data), "UPDATE events SET data = replace(data, 'e', 'a') WHERE position = 70");

    expect(await refusal(recordKeeping.backup(data, target, quiet))).toMatchObject({
      fault: 'unsound',
      message: expect.stringMatching(/every copy of it: the event at position 70 does not read as it was written/),
    });
    expect(readdirSync(room)).toEqual(['data']);
  });

  test.each([
    ['is no backup', (target: string) => rmSync(join(target, 'manifest.json')), 'unsuitable', /There is no backup in/],
    [
      'has a damaged manifest',
      (target: string) => writeFileSync(join(target, 'manifest.json'), '{'),
      'unsound',
      /damaged/,
    ],
    ['lacks its record', (target: string) => rmSync(join(target, 'events.sqlite')), 'unsound', /is missing/],
    [
      'is of a newer release',
      (target: string) => {
        const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'));
        writeFileSync(join(target, 'manifest.json'), JSON.stringify({ ...manifest, format: 2 }));
      },
      'unsuitable',
      /taken by a newer release of Demarche/,
    ],
  ])('given what should be restored %s, then nothing is made', async (_, spoil, fault, sentence) => {
    const room = newRoom();
    const [data, target] = [join(room, 'data'), join(room, 'backup')];
    mkdirSync(data);
    await recordIn(data);
    await recordKeeping.backup(data, target, quiet);
    spoil(target);

    expect(await refusal(recordKeeping.restore(target, join(room, 'new'), false, quiet))).toMatchObject({
      fault,
      message: expect.stringMatching(sentence),
    });
    expect(existsSync(join(room, 'new'))).toBe(false);
  });

  test('given a server keeps the record, then whoever asks is sent there, and nothing is made', async () => {
    const room = newRoom();
    const [data, target] = ['esdb://admin:changeit@kurrentdb:2113', join(room, 'backup')];
    for (const asked of [
      () => recordKeeping.backup(data, target, quiet),
      () => recordKeeping.verify(data, true, quiet),
      () => recordKeeping.restore(target, data, true, quiet),
    ]) {
      const { message } = await refusal(asked());
      expect(message).toMatch(
        /^A record that a server keeps is backed up, restored and verified by that server’s own means/,
      );
      expect(message).not.toContain('changeit');
    }
    expect([readdirSync(room), existsSync('esdb:')]).toEqual([[], false]);
  });

  test('given there is no record, then that is said', async () => {
    const room = newRoom();
    expect((await refusal(recordKeeping.backup(room, join(room, 'backup'), quiet))).message).toMatch(
      /There is no record in .*\. Name the data folder, or the file of the record itself, with --data or DEMARCHE_DATA\./,
    );
  });
});
