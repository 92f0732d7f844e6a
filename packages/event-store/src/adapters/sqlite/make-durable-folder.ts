import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it that are missing, and waits until the disk holds them: SQLite waits for its files
 * only, and a power cut that takes the folder away takes them with it.
 */
export const makeDurableFolder = (folder: string): void => {
  const topmost = mkdirSync(folder, { recursive: true });
  if (topmost === undefined) return;
  const above = dirname(resolve(topmost));
  for (let parent = dirname(resolve(folder)); parent.length >= above.length; parent = dirname(parent)) {
    syncFolder(parent);
    if (parent === above) return;
  }
};

/** Where a system has no way to wait for a folder, or this account may not read it. */
const CANNOT_WAIT = ['EPERM', 'EACCES', 'EISDIR', 'EINVAL'];

const syncFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!CANNOT_WAIT.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
};
