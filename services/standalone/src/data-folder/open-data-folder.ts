import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FolderLock, lockFolder } from './lock-folder.ts';
import { StartRefused } from './start-refused.ts';

export interface DataFolder {
  readonly path: string;
  readonly lock: FolderLock;
  /** The record itself. Everything else in the folder can be made again. */
  readonly eventsFile: string;
  /** Names the views' files, which lie beside each other while they are built anew. */
  readonly viewsFile: string;
  /** Signs who was chosen as demonstration person. */
  readonly identityKey: Uint8Array;
}

/**
 * Opens the folder that holds everything, or makes it, for this process alone.
 * @throws StartRefused
 */
export const openDataFolder = (folder: string): DataFolder => {
  const path = resolve(folder);
  make(path);
  const lock = lockFolder(path);
  return {
    path,
    lock,
    eventsFile: join(path, 'events.sqlite'),
    viewsFile: join(path, 'views', 'views.sqlite'),
    identityKey: keyIn(join(path, 'identity.key')),
  };
};

const make = (path: string): void => {
  try {
    mkdirSync(join(path, 'views'), { recursive: true, mode: 0o700 });
    writeFileSync(join(path, 'running-at.txt'), '', { flag: 'a' });
  } catch (cause) {
    throw new StartRefused(
      `Demarche cannot keep its data in ${path} (${(cause as NodeJS.ErrnoException).code}): choose another folder with DEMARCHE_DATA.`,
      { cause },
    );
  }
};

const KEY_BYTES = 32;

const keyIn = (file: string): Uint8Array => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  return readFileSync(file);
};
