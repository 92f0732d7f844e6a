import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { seed } from '../seed.ts';
import { overwrite } from '../storage-faults/overwrite.ts';
import { newFolder, recordIn } from '../storage-faults/prepared-record.ts';
import { startDemarche } from '../storage-faults/run-demarche.ts';
import { type Drill, type Drilled, drill } from './drill.ts';
import { runCommand } from './run-command.ts';
import { writersOn } from './writers.ts';

const drillRepeatedly = async (times: number, backup?: Drill['backup']) => {
  const room = newFolder();
  const data = join(room, 'live');
  await recordIn(data);
  const demarche = await startDemarche({ folder: data });
  const writers = await writersOn(demarche.address, seed);
  const drilled: Drilled[] = [];
  for (let round = 0; round < times; round += 1) {
    drilled.push(await drill({ data, writers, room: join(room, `round-${round}`), ...(backup ? { backup } : {}) }));
  }
  await writers.stop();
  const verified = await runCommand('verify', '--data', data, '--json');
  await demarche.stop();
  return { drilled, failures: writers.failures, acknowledged: writers.acknowledged.length, verified };
};

const sum = (drilled: readonly Drilled[], of: 'recordedMeanwhile' | 'askedAgain'): number =>
  drilled.reduce((total, one) => total + one[of], 0);

describe('backups are taken while eight people record', () => {
  test('each restores, verifies and starts with everything acknowledged before it began; nobody is held up', async () => {
    const { drilled, failures, acknowledged, verified } = await drillRepeatedly(rounds({ short: 1, long: 50 }));
    const figures = { seed, rounds: drilled.length, acknowledged, meanwhile: sum(drilled, 'recordedMeanwhile') };
    process.stdout.write(`backup: ${JSON.stringify(figures)}\n`);

    expect(
      drilled.flatMap(({ findings }) => findings),
      `VITE_SEED=${seed}`,
    ).toEqual([]);
    expect(failures).toEqual([]);
    expect(figures.meanwhile).toBeGreaterThan(0);
    expect(sum(drilled, 'askedAgain')).toBeGreaterThan(0);
    expect(verified).toMatchObject({ code: 0 });
  });

  test('a backup that only copies the file is found out: what is in the log is not in it', async () => {
    const copyOnly: Drill['backup'] = async (data, target) => {
      // At once: where the log has grown for a while, the file is given what is in it.
      const copied = readFileSync(join(data, 'events.sqlite'));
      const sound = await runCommand('backup', target, '--data', data, '--json');
      expect(sound.code).toBe(0);
      writeFileSync(join(target, 'events.sqlite'), copied);
      pretendComplete(target);
    };
    const { drilled } = await drillRepeatedly(1, copyOnly);

    expect(drilled.flatMap(({ findings }) => findings).join('\n')).toMatch(/is not in the backup|restore ended with 4/);
  });
});

/** Makes the manifest say that the file is as it should be. */
const pretendComplete = (target: string): void => {
  const content = readFileSync(join(target, 'events.sqlite'));
  const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'));
  manifest.files[0] = {
    name: 'events.sqlite',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest));
};

describe('a backup is proven before anything is put in its place', () => {
  test('given one bit of it changed, then it is refused, and what was there stays', async () => {
    const room = newFolder();
    const data = join(room, 'data');
    const file = await recordIn(data);
    const target = join(room, 'backup');
    expect(await runCommand('backup', target, '--data', data)).toMatchObject({ code: 0 });
    const copy = join(target, 'events.sqlite');
    const middle = Math.floor(readFileSync(copy).length / 2);
    overwrite(copy, middle, Uint8Array.of((readFileSync(copy)[middle] ?? 0) ^ 1));
    const before = readFileSync(file);

    const restored = await runCommand('restore', target, '--data', data, '--replace');
    expect(restored).toMatchObject({
      code: 4,
      said: expect.stringMatching(/the backup is damaged\. Nothing was changed/),
    });
    expect(readFileSync(file)).toEqual(before);
    expect(await runCommand('verify', target)).toMatchObject({
      code: 4,
      printed: expect.stringContaining('not sound'),
    });
  });

  test('given Demarche runs on the folder, then a restore is refused', async () => {
    const room = newFolder();
    const data = join(room, 'data');
    await recordIn(data);
    const target = join(room, 'backup');
    await startDemarche({ folder: data });
    expect(await runCommand('backup', target, '--data', data)).toMatchObject({ code: 0 });

    expect(await runCommand('restore', target, '--data', data, '--replace')).toMatchObject({
      code: 5,
      said: expect.stringMatching(/Demarche already runs on .*, at http/),
    });
  });

  test('given the folder of the backup holds something, then nothing is overwritten', async () => {
    const room = newFolder();
    await recordIn(join(room, 'data'));
    mkdirSync(join(room, 'kept'));
    writeFileSync(join(room, 'kept', 'letter.txt'), 'Dear colleague');

    expect(await runCommand('backup', join(room, 'kept'), '--data', join(room, 'data'))).toMatchObject({
      code: 5,
      said: expect.stringMatching(/holds something already, and a backup never overwrites/),
    });
    expect(readFileSync(join(room, 'kept', 'letter.txt'), 'utf8')).toBe('Dear colleague');
  });
});
