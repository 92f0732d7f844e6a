import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { syncPath } from './sync-path.ts';

/**
 * Makes a folder, and those above it that are missing, and waits until the disk holds them: SQLite waits for its files
 * only, and a power cut that takes the folder away takes them with it. One after the other, because Node, when it is to
 * make all of them, tries for ever where one can neither be made nor found, as below `/proc`.
 */
export const makeDurableFolder = (folder: string, mode?: number): void => {
  for (const missing of missingFolders(resolve(folder))) {
    makeUnlessThere(missing, mode);
    syncPath(dirname(missing));
  }
};

/** A folder and those above it that are not there, the topmost first. */
const missingFolders = (folder: string): readonly string[] => {
  if (isFolder(folder)) return [];
  const above = dirname(folder);
  return above === folder ? [folder] : [...missingFolders(above), folder];
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Another process may have made it since it was looked for. */
const makeUnlessThere = (folder: string, mode: number | undefined): void => {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
};
