import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Where a system has no way to wait for a folder, or this account may write to one that it may not read. */
const CANNOT_WAIT = ['EPERM', 'EACCES', 'EISDIR', 'EINVAL'];

/** Waits until what was written to a file, or made or renamed within a folder, is on the disk. */
export const syncPath = (path: string): void => {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!CANNOT_WAIT.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
};
