#!/usr/bin/env node
// Plain JavaScript on purpose: this file must still start, and say what to do, on a Node that cannot run TypeScript.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;
const main = new URL('../src/main.ts', import.meta.url);

const runsTypeScript = Number.parseInt(process.versions.node, 10) >= OLDEST_NODE;

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
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`demarche could not start ${node}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
};

const refuse = () => {
  console.error(
    `demarche needs Node ${OLDEST_NODE} or newer and this is ${process.versions.node}: run "npm ci" in its folder, which brings the right one, or install Node 24 from https://nodejs.org.`,
  );
  process.exitCode = 1;
};

const start = async () => {
  if (runsTypeScript) return import(main.href);
  const node = pinnedNode();
  return node && node !== realpathSync(process.execPath) ? runOn(node) : refuse();
};

await start();
