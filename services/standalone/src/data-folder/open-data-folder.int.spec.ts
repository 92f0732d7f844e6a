import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openDataFolder } from './open-data-folder.ts';
import { StartRefused } from './start-refused.ts';

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'demarche-')), 'data');

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Holds the lock in another process until it is killed. */
const anotherProcessOn = async (folder: string) => {
  const script = `
    const { openDataFolder } = await import(${JSON.stringify(new URL('open-data-folder.ts', import.meta.url).href)});
    openDataFolder(${JSON.stringify(folder)}).lock.announce('http://127.0.0.1:4800');
    console.log('held');
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
};

test('a folder that is not there is made, readable by its owner only', () => {
  const folder = openDataFolder(newFolder());

  expect(statSync(folder.path).mode & 0o077).toBe(0);
  expect(folder.identityKey).toHaveLength(32);
  expect(statSync(join(folder.path, 'identity.key')).mode & 0o077).toBe(0);
  folder.lock.release();
});

test('the key stays, so that who was chosen stays chosen', () => {
  const first = openDataFolder(newFolder());
  first.lock.release();
  const again = openDataFolder(first.path);

  expect(again.identityKey).toEqual(first.identityKey);
  again.lock.release();
});

test('a log that was left behind tells of an abrupt end', () => {
  const first = openDataFolder(newFolder());
  first.lock.release();
  writeFileSync(`${first.eventsFile}-wal`, 'what was not copied into the record yet');
  const again = openDataFolder(first.path);

  expect([first.endedAbruptly, again.endedAbruptly]).toEqual([false, true]);
  again.lock.release();
});

describe('two at once', () => {
  test('the second is refused with a sentence that says where the first is', async () => {
    const folder = newFolder();
    await anotherProcessOn(folder);
    const opening = () => openDataFolder(folder);

    expect(opening).toThrow(StartRefused);
    expect(opening).toThrow(
      /already runs on .*, at http:\/\/127\.0\.0\.1:4800\. Use that one, stop it first, or choose/,
    );
  });

  test('one that was killed leaves nothing to clean up', async () => {
    const folder = newFolder();
    const other = await anotherProcessOn(folder);
    other.kill('SIGKILL');
    await once(other, 'exit');

    expect(() => openDataFolder(folder).lock.release()).not.toThrow();
  });
});

test('a place where nothing can be kept is refused with a sentence', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'demarche-')), 'a-file');
  writeFileSync(file, 'not a folder');

  expect(() => openDataFolder(join(file, 'data'))).toThrow(
    /cannot keep its data in .* choose another folder with DEMARCHE_DATA/,
  );
  expect(readFileSync(file, 'utf8')).toBe('not a folder');
});
