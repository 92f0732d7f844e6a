import { mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { buildConsole } from './build-console.ts';

let root: string;
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

/** A tool in Vite's place that complains, with a source that is newer than what was built. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'console-'));
  write('node_modules/vite/bin/vite.js', 'console.error("main.tsx: a bracket is missing"); process.exit(1);');
  write('services/console/dist/index.html', 'the pages of last time');
  write('package-lock.json', '{}');
  utimesSync(join(root, 'services/console/dist/index.html'), 1, 1);
});

test('a build that fails is told, and the pages of last time stay', async () => {
  const said: string[] = [];
  await buildConsole(root, (line) => said.push(line));

  expect(said.at(-1)).toBe(
    'The pages cannot be built; the ones of last time are served.\nmain.tsx: a bracket is missing',
  );
  expect(readFileSync(join(root, 'services/console/dist/index.html'), 'utf8')).toBe('the pages of last time');
});
