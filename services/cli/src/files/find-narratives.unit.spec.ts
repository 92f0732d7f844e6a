import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { findNarratives } from './find-narratives.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'narratives-'));
  mkdirSync(join(folder, '2019'));
  for (const name of ['b.txt', 'a.HTML', 'INDEX.csv', '.hidden.txt', '2019/c.htm'])
    writeFileSync(join(folder, name), '');
});

const within = (paths: readonly string[]) => paths.map((path) => path.slice(folder.length + 1));

test('a folder stands for its narratives, in order, and names what it leaves aside', () => {
  const { narratives, leftAside } = findNarratives([folder]);

  expect(within(narratives)).toEqual(['2019/c.htm', 'a.HTML', 'b.txt']);
  expect(within(leftAside)).toEqual(['INDEX.csv']);
});

test('a file that is named itself is taken, whatever its name', () => {
  const file = join(folder, 'INDEX.csv');

  expect(findNarratives([file])).toEqual({ narratives: [file], leftAside: [] });
});

test('a path that is not there is said', () => {
  expect(() => findNarratives(['nowhere.txt'])).toThrow('There is no file or folder nowhere.txt.');
});

test('a folder without a narrative is said', () => {
  const empty = mkdtempSync(join(tmpdir(), 'narratives-'));
  writeFileSync(join(empty, 'INDEX.csv'), '');

  expect(() => findNarratives([empty])).toThrow(`There is no narrative in ${empty}.`);
});
