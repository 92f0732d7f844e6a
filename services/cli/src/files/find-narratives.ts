import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';

export interface FoundFiles {
  readonly narratives: readonly string[];
  /** Files of a folder that no narrative is saved as. A file that was named itself is never left aside. */
  readonly leftAside: readonly string[];
}

const SAVED_AS = new Set(['.txt', '.text', '.html', '.htm', '.xhtml', '.md']);

/** The files named, and those in the folders named and in the folders within, in the order of their paths. */
export const findNarratives = (paths: readonly string[]): FoundFiles => {
  const narratives: string[] = [];
  const leftAside: string[] = [];
  for (const path of paths) {
    if (!isFolder(path)) {
      narratives.push(path);
      continue;
    }
    for (const file of filesIn(path)) (SAVED_AS.has(extname(file).toLowerCase()) ? narratives : leftAside).push(file);
  }
  if (narratives.length === 0)
    throw new CommandFailure(exitCodes.usage, `There is no narrative in ${paths.join(', ')}.`);
  return { narratives, leftAside };
};

const isFolder = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new CommandFailure(exitCodes.usage, `There is no file or folder ${path}.`);
  return found.isDirectory();
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !basename(entry.name).startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
