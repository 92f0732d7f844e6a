import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the views of one file of specifications, which goes with it. */
export const viewFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let paths = 0;
  return {
    /** A path for views, in a folder with nothing else. */
    newPath: (): string => {
      paths += 1;
      return join(folder, `${paths}`, 'views.db');
    },
    /** What lies beside views, but for SQLite’s own. */
    filesIn: (path: string): readonly string[] =>
      readdirSync(join(path, '..'))
        .filter((name) => !/-(wal|shm)$/.test(name))
        .sort(),
  };
};
