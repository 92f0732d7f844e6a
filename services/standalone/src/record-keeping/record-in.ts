import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { RECORD, STAGED } from '../data-folder/finish-restore.ts';
import { KeepingRefused } from './keeping-refused.ts';

/**
 * The file of the record in a data folder; or the file itself, where that is what was named: services in processes of
 * their own share one that may be called anything.
 * @throws KeepingRefused
 */
export const recordIn = (data: string): string => {
  refuseServer(data);
  const record = isFile(data) ? resolve(data) : join(resolve(data), RECORD);
  if (existsSync(join(dirname(record), STAGED))) {
    throw new KeepingRefused(
      'unsuitable',
      `A restore into ${data} was broken off. Start Demarche on it with "npm start", or restore into it again; either ends it. Then try again.`,
    );
  }
  if (existsSync(record)) return record;
  throw new KeepingRefused(
    'unsuitable',
    `There is no record in ${data}. Name the data folder, or the file of the record itself, with --data or DEMARCHE_DATA.`,
  );
};

/**
 * The data folder that a backup is put into, named itself or by the file of its record. A backup's files have names of
 * their own, so that a record that is called otherwise cannot be replaced by one.
 * @throws KeepingRefused
 */
export const folderToRestore = (data: string): string => {
  refuseServer(data);
  const path = resolve(data);
  if (isFolder(path)) return path;
  if (basename(path) === RECORD) return dirname(path);
  if (!isFile(path) && !looksLikeFile(path)) return path;
  throw new KeepingRefused(
    'unsuitable',
    `A backup is restored as ${RECORD}, and ${path} is called otherwise. Nothing was changed. Name a folder with --data, and the ${RECORD} in it in DEMARCHE_STORE.`,
  );
};

/**
 * The address is not repeated: it may hold a password.
 * @throws KeepingRefused
 */
export const refuseServer = (data: string): void => {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(data)) return;
  throw new KeepingRefused(
    'unsuitable',
    'A record that a server keeps is backed up, restored and verified by that server’s own means: see infra/kurrentdb/README.md.',
  );
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const looksLikeFile = (path: string): boolean => ['.sqlite', '.sqlite3', '.db'].includes(extname(path));

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
