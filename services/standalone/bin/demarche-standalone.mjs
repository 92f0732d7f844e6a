#!/usr/bin/env -S node --max-semi-space-size=8
// Plain JavaScript on purpose: this file must still start, and say what to do, on a Node that cannot run TypeScript.
// What is new is collected more often than Node would by itself: a hundred megabytes less on a large record.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;
const main = new URL('../src/main.ts', import.meta.url);

const runsTypeScript = Number.parseInt(process.versions.node, 10) >= OLDEST_NODE;

/** Older ones can lose a record when the write-ahead log is reset; the event store refuses them. */
const hasSoundSqlite = () => {
  const [major = 0, minor = 0, patch = 0] = (process.versions.sqlite ?? '0').split('.').map(Number);
  return major * 1e6 + minor * 1e3 + patch >= 3_051_003;
};

const platform = process.platform === 'win32' ? 'win' : process.platform;
const program = join(
  'node_modules',
  `node-${platform}-${process.arch}`,
  'bin',
  platform === 'win' ? 'node.exe' : 'node',
);

/** The Node that `npm ci` put beside Demarche, looked for from this file upwards; undefined where there is none. */
const pinnedNode = (folder = dirname(fileURLToPath(import.meta.url))) => {
  if (existsSync(join(folder, program))) return realpathSync(join(folder, program));
  return dirname(folder) === folder ? undefined : pinnedNode(dirname(folder));
};

const runOn = (node) => {
  const child = spawn(node, [...process.execArgv, fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Demarche could not start ${node}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
};

const refuse = () => {
  console.error(
    `Demarche needs Node ${OLDEST_NODE} or newer and this is ${process.versions.node}: run "npm ci" in its folder, which brings the right one, or install Node 24 from https://nodejs.org.`,
  );
  process.exitCode = 1;
};

/** What one start compiled, the next need not: it takes little more than half the time. Where it cannot be kept, nothing changes. */
const compileOnce = () =>
  module.enableCompileCache?.(fileURLToPath(new URL('../../../node_modules/.cache/demarche', import.meta.url)));

const start = async () => {
  if (runsTypeScript && hasSoundSqlite()) {
    compileOnce();
    return import(main.href);
  }
  const node = pinnedNode();
  if (node && node !== realpathSync(process.execPath)) return runOn(node);
  return runsTypeScript ? import(main.href) : refuse();
};

await start();
