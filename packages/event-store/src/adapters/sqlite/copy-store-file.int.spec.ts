import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { flipBitAt } from '../../spec-kit/damage-file.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { temporaryFolder } from '../../spec-kit/temporary-folder.ts';
import { copyStoreFile } from './copy-store-file.ts';
import { sqliteEventStore } from './sqlite-event-store.ts';
import { openStoreSnapshot } from './store-snapshot.ts';

const open = (file: string) => {
  const store = sqliteEventStore({ file });
  onTestFinished(() => store.close());
  return store;
};
const large = (note: string) => exampleEvent({ note: `${note} ${'x'.repeat(5_000)}` });
const filled = async (events: number) => {
  const folder = temporaryFolder();
  const file = join(folder, 'record.db');
  const store = open(file);
  for (let index = 0; index < events; index += 100) {
    await store.append(
      exampleStream(),
      Array.from({ length: 100 }, () => large('before')),
      'no-stream',
    );
  }
  return { folder, file, store, target: join(folder, 'copy.db') };
};

describe('a copy is made while others write', () => {
  test('it holds what was there when it began, and nothing later; every write succeeds meanwhile', async () => {
    const { file, store, target } = await filled(3_000);
    const parts: number[] = [];
    const still = { copying: true };
    const copied = copyStoreFile(file, target, (part) => parts.push(part)).finally(() => {
      still.copying = false;
    });
    let written = 0;
    while (still.copying) {
      expect(await store.append(exampleStream(), [large('meanwhile')], 'no-stream')).toMatchObject({
        outcome: 'appended',
      });
      written += 1;
    }

    expect(await copied).toEqual({ position: 3_000 });
    expect(written).toBeGreaterThan(0);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    const snapshot = openStoreSnapshot(target, { unchanging: true });
    expect(snapshot.head).toBe(3_000);
    expect(snapshot.structuralFaults()).toEqual([]);
    expect(snapshot.rows(0, 3_000).every((row) => 'event' in row)).toBe(true);
    snapshot.close();
    expect(await store.head()).toBe(3_000 + written);
  });

  test('it is one file, without a log beside it', async () => {
    const { folder, file, target } = await filled(100);
    await copyStoreFile(file, target, () => {});
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
    expect(statSync(target).size).toBeGreaterThan(100 * 5_000);
  });

  test.each([
    ['not there', () => join(temporaryFolder(), 'nowhere.db'), /may not write|cannot be used/],
    [
      "another program's",
      () => {
        const file = join(temporaryFolder(), 'notes.db');
        const other = new DatabaseSync(file);
        other.exec('CREATE TABLE notes (text TEXT)');
        other.close();
        return file;
      },
      /belongs to another program/,
    ],
  ])('given the file is %s, then it is refused', async (_, fileOf, sentence) => {
    await expect(copyStoreFile(fileOf(), join(temporaryFolder(), 'copy.db'), () => {})).rejects.toThrow(sentence);
  });
});

test('a snapshot tells which row is damaged, and goes on behind it', async () => {
  const { file, store } = await filled(100);
  await store.append(exampleStream(), [exampleEvent({ note: 'the one here' })], 'no-stream');
  await store.append(exampleStream(), [exampleEvent({ note: 'the next' })], 'no-stream');
  await store.close();
  flipBitAt(file, 'the one here');
  const snapshot = openStoreSnapshot(file);
  onTestFinished(() => snapshot.close());

  expect(snapshot.rows(99, 10)).toMatchObject([
    { position: 100, event: { position: 100 } },
    { position: 101, fault: 'the event at position 101 does not read as it was written' },
    { position: 102, event: { data: { note: 'the next' } } },
  ]);
});
