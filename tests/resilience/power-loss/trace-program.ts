import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DiskStep } from './disk-step.ts';
import { diskSteps } from './disk-steps.ts';
import { readTrace } from './read-trace.ts';

export interface TracedProgram {
  /** What it does below `traced` in this folder is recorded; what lies there before is safe. */
  readonly folder: string;
  /** The arguments of Node. */
  readonly program: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** It is asked to stop once it has said this; without it, it ends by itself. */
  readonly stopWhenSaid?: string;
}

/** All by which a program can change what a disk holds. What of it the model does not know makes the test fail. */
const CALLS = [
  'openat open openat2 creat close dup dup2 dup3',
  'write pwrite64 writev pwritev pwritev2 sendfile copy_file_range splice',
  'truncate ftruncate fallocate fsync fdatasync sync_file_range syncfs sync msync',
  'mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink',
].flatMap((names) => names.split(' ').map((name) => `?${name}`));

/** All threads, each string whole, and no stop for any other call. */
const WATCHING = ['-f', '--seccomp-bpf', '-qq', '-xx', '-s', '16777216', '-e', `trace=${CALLS.join()}`];

/** Why the writes of a process cannot be recorded on this machine; nothing where they can. */
export const whyNoTrace = (): string => {
  try {
    execFileSync('strace', [...WATCHING, '-o', '/dev/null', process.execPath, '--version'], { stdio: 'ignore' });
    return '';
  } catch {
    return 'skipped: strace is not installed, or may not watch a process';
  }
};

export interface TracedSteps {
  /** What lay there before, as steps that made it and waited for it: no power fails between them. */
  readonly before: readonly DiskStep[];
  readonly steps: readonly DiskStep[];
}

export const tracedFolder = (folder: string): string => join(folder, 'traced');

/** Runs a program under strace, and answers what it did to the disk, in order. */
export const traceProgram = async (traced: TracedProgram): Promise<TracedSteps> => {
  const root = tracedFolder(traced.folder);
  const trace = join(traced.folder, 'trace.txt');
  mkdirSync(root, { recursive: true });
  const { given, stepsOf } = diskSteps(root);
  const child = spawn('strace', [...WATCHING, '-o', trace, process.execPath, ...traced.program], {
    ...(traced.variables ? { env: { ...traced.variables } } : {}),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stopOnceSaid(child, traced.stopWhenSaid);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The traced program ended with ${code}`);
  const steps: DiskStep[] = [];
  for await (const call of readTrace(trace)) steps.push(...stepsOf(call));
  rmSync(trace);
  return { before: given, steps };
};

const stopOnceSaid = ({ pid, stdout }: ChildProcess, words: string | undefined): void => {
  let said = '';
  stdout?.on('data', (chunk: Buffer) => {
    if (!words || said.includes(words)) return;
    said += chunk.toString();
    if (said.includes(words)) process.kill(watchedBy(pid), 'SIGTERM');
  });
};

/** The program itself: told to end, strace would let go of it and leave it running. */
const watchedBy = (strace: number | undefined): number =>
  Number(readFileSync(`/proc/${strace}/task/${strace}/children`, 'utf8').trim());
