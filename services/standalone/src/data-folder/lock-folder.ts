import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { folderRefusal } from './folder-refusal.ts';
import { StartRefused } from './start-refused.ts';

export interface FolderLock {
  /** Tells a second start where to find this one. */
  announce(address: string): void;
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Makes sure that one process works on a data folder. The operating system holds the lock and drops it with the
 * process, so that a killed Demarche leaves nothing behind to clean up.
 * @throws StartRefused when another process holds it, or where it cannot be had at all.
 */
export const lockFolder = (folder: string): FolderLock => {
  const announcement = join(folder, 'running-at.txt');
  const database = lockedDatabase(folder, announcement);
  return {
    announce: (address) => tell(announcement, address),
    release: () => {
      tell(announcement, '');
      database.close();
    },
  };
};

const lockedDatabase = (folder: string, announcement: string): DatabaseSync => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, 'one-process.lock'), { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (cause) {
    database?.close();
    if (((cause as { errcode?: number }).errcode ?? 0) % 256 !== SQLITE_BUSY) throw folderRefusal(folder, cause);
    throw new StartRefused(
      `Demarche already runs on ${folder}${whereabouts(announcement)}. Use that one, stop it first, or choose another folder with DEMARCHE_DATA.`,
      { cause },
    );
  }
};

/** For whoever starts a second one, and worth no failure: the lock is what counts. */
const tell = (announcement: string, address: string): void => {
  try {
    writeFileSync(announcement, address);
  } catch {}
};

const whereabouts = (announcement: string): string => {
  try {
    const address = readFileSync(announcement, 'utf8');
    return address && `, at ${address}`;
  } catch {
    return '';
  }
};
