import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
const processes = new Set<ChildProcess>();

/** A new folder that is gone when this process ends, however it ends short of being killed. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  folders.add(folder);
  return folder;
};

/** Deletes such a folder before the end: some hold gigabytes. */
export const clearFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(folder);
};

/** A process that does not outlive this one. */
export const endedWithUs = <Child extends ChildProcess>(child: Child): Child => {
  processes.add(child);
  child.once('exit', () => processes.delete(child));
  return child;
};

process.once('exit', () => {
  for (const child of processes) child.kill('SIGKILL');
  for (const folder of folders) clearFolder(folder);
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => process.exit(code));
}
