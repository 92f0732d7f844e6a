import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { finishRestore, PLAN, RECORD, STAGED } from './finish-restore.ts';
import { openDataFolder } from './open-data-folder.ts';
import { StartRefused } from './start-refused.ts';

const newFolder = (): string => {
  const parent = mkdtempSync(join(tmpdir(), 'demarche-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, 'data');
};
const read = (folder: string, ...names: string[]) => readFileSync(join(folder, ...names), 'utf8');

describe('what lies in the folder is not as it should be', () => {
  test('given the lock is no lock, then that is what is said, and not that Demarche runs there', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'one-process.lock'), { recursive: true });
    const opening = () => openDataFolder(folder);

    expect(opening).toThrow(StartRefused);
    expect(opening).toThrow(/cannot keep its data in .*: this account may not write there/);
    expect(opening).not.toThrow(/already runs/);
  });

  test('given nobody can make it, then it does not try for ever', () => {
    expect(() => openDataFolder('/proc/nowhere/data')).toThrow(
      /cannot keep its data in \/proc\/nowhere\/data.*: .*choose another folder with DEMARCHE_DATA/,
    );
  });

  test.each([0, 7])('given a key that a full disk cut to %i bytes, then a new one takes its place', (bytes) => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'identity.key'), Buffer.alloc(bytes));
    const { identityKey, lock } = openDataFolder(folder);
    lock.release();

    expect(identityKey).toHaveLength(32);
  });

  const root = process.getuid?.() === 0 ? ' (skipped: root may write anywhere)' : '';
  test.skipIf(root !== '')(`given it may not be written, then the sentence says who must change it${root}`, () => {
    const folder = newFolder();
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(() => openDataFolder(folder)).toThrow(/this account may not write there\. Give it the right to/);
  });
});

describe('a restore that was broken off is ended at the next start', () => {
  const files = { [RECORD]: 'old record', [`${RECORD}-wal`]: 'old log', 'demonstration.json': 'old mark' };
  const prepare = (): string => {
    const folder = newFolder();
    mkdirSync(join(folder, 'views'), { recursive: true });
    mkdirSync(join(folder, STAGED));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, 'views', 'views.1.sqlite'), 'views of the old record');
    writeFileSync(join(folder, STAGED, RECORD), 'new record');
    writeFileSync(join(folder, STAGED, 'demonstration.json'), 'new mark');
    writeFileSync(join(folder, STAGED, PLAN), JSON.stringify({ aside: 'replaced-then' }));
    return folder;
  };
  const stateOf = (folder: string) => ({
    record: read(folder, RECORD),
    mark: read(folder, 'demonstration.json'),
    aside: Object.keys(files).map((name) => read(folder, 'replaced-then', name)),
    left: [STAGED, `${RECORD}-wal`].filter((name) => existsSync(join(folder, name))),
    views: readdirSync(join(folder, 'views')),
  });
  const done = {
    record: 'new record',
    mark: 'new mark',
    aside: Object.values(files),
    left: [],
    views: [],
  };
  test('given it was broken off before the first file was moved', () => {
    const folder = prepare();
    openDataFolder(folder).lock.release();
    expect(stateOf(folder)).toEqual(done);
  });

  test.each([
    ['after some of the old went aside', [['demonstration.json', 'replaced-then/demonstration.json']]],
    [
      'after all of the old went aside',
      Object.keys(files).map((name): [string, string] => [name, `replaced-then/${name}`]),
    ],
  ] as [string, [string, string][]][])('given it was broken off %s', (_, moved) => {
    const folder = prepare();
    mkdirSync(join(folder, 'replaced-then'));
    for (const [from, to] of moved) {
      writeFileSync(join(folder, to), read(folder, from));
      rmSync(join(folder, from));
    }
    openDataFolder(folder).lock.release();
    expect(stateOf(folder)).toEqual(done);
  });

  test('given the power fails before any one of its steps', () => {
    let steps = 0;
    for (let failing = 1; ; failing += 1) {
      const folder = prepare();
      const wasBrokenOff = brokenOffBefore(failing, () => finishRestore(folder));
      openDataFolder(folder).lock.release();
      expect(stateOf(folder)).toEqual(done);
      if (!wasBrokenOff) break;
      steps = failing;
    }
    expect(steps).toBeGreaterThan(6);
  });
});

/** Does the work, and ends it before its n-th change of the disk. */
const brokenOffBefore = (failing: number, work: () => void): boolean => {
  const { renameSync: rename, rmSync: remove, mkdirSync: make } = fs;
  let step = 0;
  const counted = <Call extends (...parameters: never[]) => unknown>(call: Call): Call =>
    ((...parameters: never[]) => {
      step += 1;
      if (step >= failing) throw new Error('The power has failed');
      return call(...parameters);
    }) as Call;
  Object.assign(fs, { renameSync: counted(rename), rmSync: counted(remove), mkdirSync: counted(make) });
  syncBuiltinESMExports();
  try {
    work();
    return false;
  } catch (error) {
    expect(error).toMatchObject({ message: 'The power has failed' });
    return true;
  } finally {
    Object.assign(fs, { renameSync: rename, rmSync: remove, mkdirSync: make });
    syncBuiltinESMExports();
  }
};
