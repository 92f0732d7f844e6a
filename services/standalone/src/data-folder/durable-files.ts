import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncPath } from '@demarche/event-store';

/** Writes a file so that whoever looks, now or after a power cut, finds all of it or what was there before. */
export const writeWhole = (file: string, content: string | Uint8Array, mode = 0o600): void => {
  const unfinished = `${file}.unfinished`;
  try {
    writeFileSync(unfinished, content, { mode });
    syncPath(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncPath(dirname(file));
};
