import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Waits until what was written to a file, or renamed within a folder, is on the disk. */
export const sync = (path: string): void => {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // Windows has no way to wait for a folder, and this account may be allowed to write to one that it may not read.
    if (!['EPERM', 'EACCES', 'EISDIR', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
};

/** Writes a file so that whoever looks, now or after a power cut, finds all of it or what was there before. */
export const writeWhole = (file: string, content: string | Uint8Array, mode = 0o600): void => {
  const unfinished = `${file}.unfinished`;
  try {
    writeFileSync(unfinished, content, { mode });
    sync(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  sync(dirname(file));
};
