#!/usr/bin/env -S node --max-semi-space-size=8
// Plain JavaScript on purpose: this file must still start, and say what to do, on a Node that cannot run TypeScript.
// What is new is collected more often than Node would by itself: a hundred megabytes less on a large record.
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { pinnedNode, refuseOldNode, runOn, runsTypeScript } from './pinned-node.mjs';

const main = new URL('../src/main.ts', import.meta.url);

/** Older ones can lose a record when the write-ahead log is reset; the event store refuses them. */
const hasSoundSqlite = () => {
  const [major = 0, minor = 0, patch = 0] = (process.versions.sqlite ?? '0').split('.').map(Number);
  return major * 1e6 + minor * 1e3 + patch >= 3_051_003;
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
  const words = [...process.execArgv, fileURLToPath(main), ...process.argv.slice(2)];
  if (node) return runOn(node, { name: 'Demarche', words });
  return runsTypeScript ? import(main.href) : refuseOldNode('Demarche');
};

await start();
