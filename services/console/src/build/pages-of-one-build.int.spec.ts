import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeEach, expect, test } from 'vitest';
import { pagesOfOneBuild } from './pages-of-one-build.ts';

let root: string;
const write = (script: string) => writeFileSync(join(root, 'main.js'), script);
const builtOnce = () => build({ root, configFile: false, logLevel: 'silent', plugins: [pagesOfOneBuild()] });
const page = () => readFileSync(join(root, 'dist/index.html'), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><script type="module" src="/main.js"></script>');
  write('document.title = "first";');
});

test('a build takes the place of the one before, compressed, and leaves nothing beside it', async () => {
  await builtOnce();
  const first = page();
  write('document.title = "second";');
  await builtOnce();

  expect(page()).not.toBe(first);
  const [script] = readdirSync(join(root, 'dist/assets')).filter((name) => name.endsWith('.js'));
  expect(readdirSync(join(root, 'dist/assets'))).toEqual([script, `${script}.br`, `${script}.gz`]);
  expect(readdirSync(join(root, '.vite'))).toEqual([]);
});

test('a build that fails leaves the pages of last time whole', async () => {
  await builtOnce();
  const first = page();
  write('document.title = ;');

  await expect(builtOnce()).rejects.toThrow('Build failed');
  expect(page()).toBe(first);
  const script = /assets\/[\w.-]+\.js/.exec(first)?.[0] ?? 'no script';
  expect(existsSync(join(root, 'dist', script))).toBe(true);
  expect(readdirSync(join(root, '.vite'))).toEqual([]);
});
