import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DiskStep } from './disk-step.ts';
import { diskSteps } from './disk-steps.ts';
import { readTrace } from './read-trace.ts';

export interface Recording {
  readonly folder: string;
  readonly events: number;
  readonly seed: number;
  /** How SQLite is told to wait for the disk, in place of what Demarche tells it. */
  readonly synchronous?: 'OFF' | 'NORMAL';
}

const writer = fileURLToPath(new URL('./traced-writer.ts', import.meta.url));

/** All by which a program can change what a disk holds. What of it the model does not know makes the test fail. */
const CALLS = [
  'openat open openat2 creat close dup dup2 dup3',
  'write pwrite64 writev pwritev pwritev2 sendfile copy_file_range splice',
  'truncate ftruncate fallocate fsync fdatasync sync_file_range syncfs sync msync',
  'mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink',
].flatMap((names) => names.split(' ').map((name) => `?${name}`));

/** Why the writes of a process cannot be recorded on this machine; nothing where they can. */
export const whyNoTrace = (): string => {
  try {
    execFileSync('strace', ['-qq', '-e', 'trace=none', process.execPath, '--version'], { stdio: 'ignore' });
    return '';
  } catch {
    return 'skipped: strace is not installed, or may not watch a process';
  }
};

/** Lets the writer record a history under strace, and answers what it did to the disk, in order. */
export const recordTrace = async ({ folder, events, seed, synchronous }: Recording): Promise<readonly DiskStep[]> => {
  const root = join(folder, 'traced');
  const trace = join(folder, 'trace.txt');
  mkdirSync(root, { recursive: true });
  const preload = new URL(`./sync-as-told.ts?${synchronous}`, import.meta.url).href;
  const program = [process.execPath, ...(synchronous ? ['--import', preload] : []), writer];
  // SQLite works on the main thread, which alone is watched: so no call is cut in two by another thread's.
  const options = ['-qq', '-xx', '-s', '16777216', '-o', trace, '-e', `trace=${CALLS.join()}`];
  const child = spawn('strace', [...options, ...program, root, String(events), String(seed)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The traced writer ended with ${code}`);
  const stepsOf = diskSteps(root);
  const steps: DiskStep[] = [];
  for await (const call of readTrace(trace)) steps.push(...stepsOf(call));
  rmSync(trace);
  return steps;
};
