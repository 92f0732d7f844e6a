import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { consoleIsStale } from './console-is-stale.ts';

let root: string;
const write = (path: string, second: number) => {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, second, second);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'console-'));
  write('services/console/src/main.tsx', 100);
});

test('pages that were never built are stale', () => {
  expect(consoleIsStale(root)).toBe(true);
});

test('pages newer than everything they are made of are not', () => {
  write('services/console/dist/index.html', 200);

  expect(consoleIsStale(root)).toBe(false);
});

test.each([
  'services/console/src/recommendation/recommendation.page.tsx',
  'services/console/public/icon.svg',
  'services/console/index.html',
  'packages/contracts/src/vocabularies/tiers.ts',
  'package-lock.json',
])('pages older than %s are stale', (path) => {
  write('services/console/dist/index.html', 200);
  write(path, 300);

  expect(consoleIsStale(root)).toBe(true);
});
