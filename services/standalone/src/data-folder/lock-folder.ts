import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartRefused } from './start-refused.ts';

export interface FolderLock {
  /** Tells a second start where to find this one. */
  announce(address: string): void;
  release(): void;
}

/**
 * Makes sure that one process works on a data folder. The operating system holds the lock and drops it with the
 * process, so that a killed Demarche leaves nothing behind to clean up.
 * @throws StartRefused when another process holds it.
 */
export const lockFolder = (folder: string): FolderLock => {
  const announcement = join(folder, 'running-at.txt');
  const database = new DatabaseSync(join(folder, 'one-process.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new StartRefused(
      `Demarche already runs on ${folder}${whereabouts(announcement)}. Use that one, stop it first, or choose another folder with DEMARCHE_DATA.`,
      { cause },
    );
  }
  return {
    announce: (address) => writeFileSync(announcement, address),
    release: () => {
      writeFileSync(announcement, '');
      database.close();
    },
  };
};

const whereabouts = (announcement: string): string => {
  try {
    const address = readFileSync(announcement, 'utf8');
    return address && `, at ${address}`;
  } catch {
    return '';
  }
};
