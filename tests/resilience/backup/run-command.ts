import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../services/cli/bin/demarche.mjs', import.meta.url));

export interface CommandRun {
  readonly code: number | null;
  readonly printed: string;
  readonly said: string;
}

/** The `demarche` command in a process of its own. */
export const runCommand = async (...commandLine: readonly string[]): Promise<CommandRun> => {
  const child = spawn(process.execPath, [bin, ...commandLine], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, printed, said };
};
