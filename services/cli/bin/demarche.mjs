#!/usr/bin/env node
// Plain JavaScript on purpose: this file must still start, and say what to do, on a Node that cannot run TypeScript.
import { fileURLToPath } from 'node:url';
import { pinnedNode, refuseOldNode, runOn, runsTypeScript } from '@demarche/standalone/pinned-node';

const main = new URL('../src/main.ts', import.meta.url);

const start = async () => {
  if (runsTypeScript) return import(main.href);
  const node = pinnedNode();
  if (!node) return refuseOldNode('demarche');
  return runOn(node, { name: 'demarche', words: [fileURLToPath(main), ...process.argv.slice(2)] });
};

await start();
