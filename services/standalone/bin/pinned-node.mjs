// Plain JavaScript on purpose: what starts Demarche must still run, and say what to do, on a Node that cannot run TypeScript.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;

export const runsTypeScript = Number.parseInt(process.versions.node, 10) >= OLDEST_NODE;

const platform = process.platform === 'win32' ? 'win' : process.platform;
const program = join(
  'node_modules',
  `node-${platform}-${process.arch}`,
  'bin',
  platform === 'win' ? 'node.exe' : 'node',
);

const foundFrom = (folder) => {
  if (existsSync(join(folder, program))) return realpathSync(join(folder, program));
  return dirname(folder) === folder ? undefined : foundFrom(dirname(folder));
};

/**
 * The Node that `npm ci` put beside Demarche, looked for from this file upwards; undefined where there is none, or where it
 * is the one that runs.
 */
export const pinnedNode = () => {
  const found = foundFrom(dirname(fileURLToPath(import.meta.url)));
  return found === realpathSync(process.execPath) ? undefined : found;
};

/** Runs the same on another Node, and ends as that does. `name` is what a person called. */
export const runOn = (node, { name, words }) => {
  const child = spawn(node, words, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${name} could not start ${node}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
};

export const refuseOldNode = (name) => {
  console.error(
    `${name} needs Node ${OLDEST_NODE} or newer and this is ${process.versions.node}: run "npm ci" in its folder, which brings the right one, or install Node 24 from https://nodejs.org.`,
  );
  process.exitCode = 1;
};
