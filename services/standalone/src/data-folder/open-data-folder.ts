import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeDurableFolder } from '@demarche/event-store';
import { writeWhole } from './durable-files.ts';
import { finishRestore, RECORD } from './finish-restore.ts';
import { folderRefusal } from './folder-refusal.ts';
import { type FolderLock, lockFolder } from './lock-folder.ts';

export interface DataFolder {
  readonly path: string;
  readonly lock: FolderLock;
  /** The record itself. Everything else in the folder can be made again. */
  readonly eventsFile: string;
  /** Names the views' files, which lie beside each other while they are built anew. */
  readonly viewsFile: string;
  /** Signs who was chosen as demonstration person. */
  readonly identityKey: Uint8Array;
  /** Whether the record's log was left behind, which an orderly end removes. */
  readonly endedAbruptly: boolean;
}

/**
 * Opens the folder that holds everything, or makes it, for this process alone. A restore that was broken off is ended first.
 * @throws StartRefused
 */
export const openDataFolder = (folder: string): DataFolder => {
  const path = resolve(folder);
  makeFolder(path);
  const lock = lockFolder(path);
  try {
    finishRestore(path);
    mkdirSync(join(path, 'views'), { recursive: true, mode: OWNER_ALONE });
    return {
      path,
      lock,
      eventsFile: join(path, RECORD),
      viewsFile: join(path, 'views', 'views.sqlite'),
      identityKey: keyIn(join(path, 'identity.key')),
      endedAbruptly: (statSync(join(path, `${RECORD}-wal`), { throwIfNoEntry: false })?.size ?? 0) > 0,
    };
  } catch (cause) {
    lock.release();
    throw folderRefusal(path, cause);
  }
};

const OWNER_ALONE = 0o700;

/** @throws StartRefused */
export const makeFolder = (path: string): void => {
  try {
    makeDurableFolder(path, OWNER_ALONE);
    writeFileSync(join(path, 'running-at.txt'), '', { flag: 'a' });
  } catch (cause) {
    throw folderRefusal(path, cause);
  }
};

const KEY_BYTES = 32;

/** A key that a full disk cut short would sign for anybody: a new one takes its place, and everybody chooses anew. */
const keyIn = (file: string): Uint8Array => {
  if (statSync(file, { throwIfNoEntry: false })?.size !== KEY_BYTES) writeWhole(file, randomBytes(KEY_BYTES));
  return readFileSync(file);
};
