import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recordKeeping } from '@demarche/standalone/record-keeping';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { answerIn, type Health, type Office, openOffice, problemIn } from './office.ts';
import { overwrite } from './overwrite.ts';
import { EVENTS, newFolder, recordIn } from './prepared-record.ts';
import { startDemarche } from './run-demarche.ts';
import { allowWriting, forbidWriting, mayForbidWriting, mayMount, smallDisk } from './small-disk.ts';

const canMount = mayMount(join(tmpdir(), 'demarche-mount-probe'));
const canForbid = mayForbidWriting(join(tmpdir(), 'demarche-forbid-probe'));
const canLiftLimits = existsSync('/usr/bin/prlimit');
/** In the short form a limit on files stands in where no disk can be mounted; the long one does both. */
const limitsToo = !canMount || rounds({ short: 0, long: 1 }) > 0;
const PAGE = 4096;
const LONG = 'They answered every point. '.repeat(300);

const storeIs = (status: string) => (health: Health) => health.checks['store']?.['status'] === status;
const isWell = (folder: string) => recordKeeping.verify(folder, true, () => {});

/** Logs meetings until one is refused, and says which were answered as recorded. */
const logUntilRefused = async (office: Office, summary = LONG) => {
  const recorded: number[] = [];
  for (;;) {
    const key = randomUUID();
    const answered = await office.log(key, summary);
    if (answered.status !== 201) return { key, answered, recorded };
    recorded.push(answerIn(answered).position);
  }
};

/**
 * What was refused was not recorded; the same command under the same key is, without a restart; and the record holds one
 * meeting for each that was answered.
 */
const expectToGoOn = async (office: Office, folder: string, key: string, recorded: readonly number[]) => {
  await office.untilHealth(storeIs('pass'));
  const again = await office.log(key, LONG);
  const verified = await isWell(folder);
  expect(again.status).toBe(201);
  expect(answerIn(again)).toMatchObject({ repeated: false });
  expect(recorded).not.toContain(answerIn(again).position);
  expect(verified).toMatchObject({ sound: true, views: 'equal', position: EVENTS + recorded.length + 1 });
};

describe('Demarche runs, and its record cannot be written', () => {
  test.skipIf(!canMount)('given its disk fills up (this account may mount a small one)', async () => {
    const { folder, fillUpTo, makeRoom } = smallDisk(join(newFolder(), 'disk'), 24);
    await recordIn(folder);
    const { address } = await startDemarche({ folder });
    const office = await openOffice(address);
    fillUpTo(0);
    const { key, answered, recorded } = await logUntilRefused(office);
    const health = await office.health();

    expect(problemIn(answered)).toMatchObject({ status: 503, code: 'store-full' });
    expect(answered.retryAfter).toBe('2');
    expect(health).toMatchObject({
      status: 'fail',
      checks: {
        store: { status: 'fail', trouble: expect.stringMatching(/disk that holds .* is full\. Make room on it/) },
      },
    });
    makeRoom();
    await expectToGoOn(office, folder, key, recorded);
  });

  test.skipIf(!canLiftLimits || !limitsToo)(
    'given no file may grow any more (skipped where a small disk may be mounted, or limits not be lifted)',
    async () => {
      const folder = join(newFolder(), 'data');
      await recordIn(folder);
      const { address, pid } = await startDemarche({ folder, fileLimit: 3 * 1024 * 1024 });
      const office = await openOffice(address);
      const { key, answered, recorded } = await logUntilRefused(office);

      expect(problemIn(answered)).toMatchObject({ status: 503, code: 'store-unavailable' });
      // A short one may still fit, and then the store is well.
      expect((await office.log(key, LONG)).status).toBe(503);
      execFileSync('prlimit', ['--pid', String(pid), '--fsize=unlimited']);
      await expectToGoOn(office, folder, key, recorded);
    },
  );

  test.skipIf(!canForbid)('given somebody forbids writing it (this account may forbid even root)', async () => {
    const folder = join(newFolder(), 'data');
    const file = await recordIn(folder);
    const { address } = await startDemarche({ folder });
    const office = await openOffice(address);
    for (const each of [file, `${file}-wal`]) {
      forbidWriting(each);
      onTestFinished(() => allowWriting(each));
    }
    const { key, answered, recorded } = await logUntilRefused(office);

    expect(problemIn(answered)).toMatchObject({ status: 503 });
    expect((await office.health()).checks['store']).toMatchObject({ status: 'fail' });
    for (const each of [file, `${file}-wal`]) allowWriting(each);
    await expectToGoOn(office, folder, key, recorded);
  });

  test('given another program holds it: reading goes on meanwhile, and recording as soon as it lets go', async () => {
    const folder = join(newFolder(), 'data');
    const file = await recordIn(folder);
    const { address } = await startDemarche({ folder });
    const office = await openOffice(address);
    const before = await office.listed();
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.exec('BEGIN EXCLUSIVE');
    const key = randomUUID();
    const refusing = office.log(key, LONG);
    const meanwhile = await Promise.all([office.listed(), office.listed()]);
    const answered = await refusing;

    expect(meanwhile).toEqual([before, before]);
    expect(problemIn(answered)).toMatchObject({ status: 503, code: 'store-locked' });
    expect(answered.retryAfter).toBe('2');
    expect(answered.milliseconds).toBeGreaterThan(1_000);
    expect((await office.health()).checks['store']).toMatchObject({
      status: 'fail',
      trouble: expect.stringMatching(/Another program holds/),
    });
    other.exec('ROLLBACK');
    await expectToGoOn(office, folder, key, []);
  });

  test('given pages of it are damaged: nothing is answered from them, nothing is recorded, and readiness says what to do', async () => {
    const folder = join(newFolder(), 'data');
    const file = await recordIn(folder);
    const { address, stop } = await startDemarche({ folder });
    const office = await openOffice(address);
    expect((await office.log()).status).toBe(201);
    spoil(file);
    // Its stream is new, and yet the places of others are looked up for it.
    const { answered } = await logUntilRefused(office);

    expect(problemIn(answered)).toMatchObject({ status: 503, code: 'store-damaged' });
    expect((await office.health()).checks['store']).toMatchObject({
      status: 'fail',
      trouble: expect.stringMatching(/is damaged: .*bring back the newest backup with "demarche restore"/),
    });
    expect(await office.listed()).toEqual(expect.any(Number));
    expect((await office.log()).status).toBe(503);
    await stop();
  });
});

/** All but the first page, in the file and in its log: whatever is read from now on is not what was written. */
const spoil = (file: string): void => {
  for (const each of [file, `${file}-wal`]) {
    const { size } = statSync(each);
    if (size > PAGE) overwrite(each, PAGE, Buffer.alloc(size - PAGE, 0x5a));
    const handle = openSync(each, 'r');
    fsyncSync(handle);
    closeSync(handle);
    expect(readFileSync(each).length).toBe(size);
  }
};
