import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { openOffice } from './office.ts';
import { overwrite } from './overwrite.ts';
import { contentOf, copyOf, EVENTS, newFolder, recordIn } from './prepared-record.ts';
import { type RunWishes, startDemarche, startInVain } from './run-demarche.ts';
import { mayMount, smallDisk } from './small-disk.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const canMount = mayMount(join(tmpdir(), 'demarche-mount-probe'));

let sound: string;
beforeAll(async () => {
  sound = join(mkdtempSync(join(tmpdir(), 'demarche-sound-')), 'data');
  await recordIn(sound);
});
afterAll(() => rmSync(join(sound, '..'), { recursive: true, force: true }));

const eventsOf = (folder: string) => join(folder, 'events.sqlite');
const lockedBy = (file: string, begin: string): void => {
  const database = new DatabaseSync(file);
  database.exec(begin);
  onTestFinished(() => database.close());
};

/** One line for a person, no trace of the program, and the record as it was. */
const refusalOf = async (wishes: RunWishes) => {
  const before = contentOf(wishes.folder);
  const { code, errors } = await startInVain(wishes);
  return {
    code,
    said: errors.trim(),
    lines: errors.trim().split('\n').length,
    traces: / {4}at |node:|undefined|\[object/.test(errors),
    leftAsItWas: isDeepStrictEqual(contentOf(wishes.folder), before),
  };
};
const refused = (sentence: RegExp) => ({
  code: 1,
  said: expect.stringMatching(sentence),
  lines: 1,
  traces: false,
  leftAsItWas: true,
});

describe('a start that the disk forbids says in one sentence why, and leaves everything as it is', () => {
  const cases: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
    [
      'the page with the tables is damaged',
      (folder) => overwrite(eventsOf(folder), 100, Buffer.alloc(200, 0xa5)),
      /is damaged: .*Nothing was changed\. .*"demarche restore"/,
    ],
    [
      'another program holds the record',
      (folder) => lockedBy(eventsOf(folder), 'BEGIN EXCLUSIVE'),
      /Another program holds .* for itself\. End what has it open, .*, then start again/,
    ],
    [
      'the record belongs to another program',
      (folder) => {
        truncateSync(eventsOf(folder));
        const database = new DatabaseSync(eventsOf(folder));
        database.exec('CREATE TABLE notes (text TEXT)');
        database.close();
      },
      /belongs to another program\. Nothing was changed/,
    ],
    [
      'something that is no database lies in place of the record',
      (folder) => writeFileSync(eventsOf(folder), 'Dear colleague, '.repeat(900)),
      /is no event store of Demarche: .*Nothing was changed\. Choose another folder/,
    ],
    [
      'the record was written by a newer release',
      (folder) => {
        const database = new DatabaseSync(eventsOf(folder));
        database.exec('PRAGMA user_version = 99');
        database.close();
      },
      /was written by a newer release of Demarche\. Nothing was changed\. Update Demarche/,
    ],
    [
      'the record was cut short',
      (folder) => truncateSync(eventsOf(folder), Math.floor(statSync(eventsOf(folder)).size / 8192) * 4096),
      /is damaged: .*Nothing was changed\. .*"demarche restore"/,
    ],
    [
      'another program holds the folder’s lock',
      (folder) => lockedBy(join(folder, 'one-process.lock'), 'BEGIN EXCLUSIVE'),
      /Demarche already runs on .*\. Use that one, stop it first, or choose another folder/,
    ],
  ];

  // Each starts a process; what the others find is under test beside the store, too.
  test.each(cases.slice(0, rounds({ short: 2, long: cases.length })))('given %s', async (_, spoil, sentence) => {
    const folder = copyOf(sound);
    spoil(folder);
    expect(await refusalOf({ folder })).toEqual(refused(sentence));
  });

  // Root may write everything; it gives the record to somebody else, and starts Demarche under that account.
  const asOwner = isRoot ? { uid: NOBODY } : {};
  const owned = (folder: string): string => {
    if (isRoot) for (const name of ['..', '.', ...readdirSync(folder)]) chownSync(join(folder, name), NOBODY, NOBODY);
    return folder;
  };

  test('given the record may only be read', async () => {
    const folder = owned(copyOf(sound));
    chmodSync(eventsOf(folder), 0o444);
    expect(await refusalOf({ folder, ...asOwner })).toEqual(
      refused(/may not write .*events\.sqlite\. Give its account the right/),
    );
  });

  test('given the folder may only be read', async () => {
    const folder = owned(copyOf(sound));
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    expect(await refusalOf({ folder, ...asOwner })).toEqual(
      refused(/cannot keep its data in .*: this account may not write there/),
    );
  });

  test.skipIf(!canMount)('given the disk is full (this account may mount a small one)', async () => {
    const { folder, fillUpTo, makeRoom } = smallDisk(join(newFolder(), 'disk'), 8);
    cpSync(sound, folder, { recursive: true });
    fillUpTo(0);
    expect(await refusalOf({ folder })).toEqual(refused(/disk .*is full.* Make room on it, then start again/));
    makeRoom();
    const running = await startDemarche({ folder });
    expect(await running.stop()).toBe(0);
  });

  test('given the log of one that was killed is damaged, then what it held is not given up without a word', async () => {
    const folder = copyOf(sound);
    const running = await startDemarche({ folder });
    const office = await openOffice(running.address);
    expect((await office.log()).status).toBe(201);
    await office.untilHealth(({ checks }) => checks['projections']?.['position'] === EVENTS + 1);
    await running.kill();
    const log = `${eventsOf(folder)}-wal`;
    overwrite(log, Math.floor(statSync(log).size / 2), Buffer.alloc(64, 0x5a));
    const { code, errors, said } = await startInVain({ folder });

    expect(errors).toMatch(/ends with event 600, but Demarche had recorded 601: events have been lost/);
    expect(said).not.toContain('on record');
    expect(code).toBe(1);
  });

  test('given events that were on record are there no more', async () => {
    const folder = copyOf(sound);
    const older = copyOf(sound);
    const running = await startDemarche({ folder });
    await running.stop();
    truncateSync(eventsOf(older));
    cpSync(eventsOf(older), eventsOf(folder));
    // An empty file is a record without an event, and would be begun anew without a word.
    expect(await refusalOf({ folder })).toMatchObject({
      code: 1,
      lines: 1,
      said: expect.stringMatching(/ends with event 0, but Demarche had recorded 600: .*"demarche restore"/),
    });
  });
});
