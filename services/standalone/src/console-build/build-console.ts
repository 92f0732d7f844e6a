import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { StartRefused } from '../data-folder/start-refused.ts';
import { consoleIsStale } from './console-is-stale.ts';

/**
 * Builds the pages where they are missing or older than their sources, and says so.
 * @throws StartRefused when there are no pages and none can be built.
 */
export const buildConsole = async (root: string, say: (line: string) => void): Promise<void> => {
  if (!consoleIsStale(root)) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const hasPages = existsSync(join(root, 'services/console/dist/index.html'));
  if (!existsSync(vite)) {
    if (hasPages) return;
    throw new StartRefused(
      'The pages were not built and the tool that builds them is not installed: run "npm ci" first.',
    );
  }
  say('Building the pages, which takes a few seconds ...');
  const faults = await run(vite, join(root, 'services/console'));
  if (faults === null) return;
  if (!hasPages) throw new StartRefused(`The pages cannot be built:\n${faults}`);
  say(`The pages cannot be built; the ones of last time are served.\n${faults}`);
};

/** What the build complained of, or null where it went well. */
const run = async (vite: string, folder: string): Promise<string | null> => {
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? null : readable(Buffer.concat(said).toString());
};

/** Without colours, and without where in the tool it happened. */
const readable = (said: string): string =>
  stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n')
    .trim();
