import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run build` puts the pages. */
export const builtPages = fileURLToPath(new URL('../../dist/', import.meta.url));

export const NOT_BUILT = 'The pages are not built yet. Run “npm run build -w @demarche/console”';

/** The files of one build by their names, `assets/index-1a2b.js`. */
export type BuiltPages = ReadonlyMap<string, Buffer>;

/** Reads the pages of one build whole, less than a megabyte; null where there are none, or another build came between. */
export const readPages = (folder: string): BuiltPages | null => {
  try {
    const { ino } = statSync(folder);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const pages = new Map(files.map(({ parentPath, name }) => named(folder, join(parentPath, name))));
    return pages.has('index.html') && statSync(folder).ino === ino ? pages : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const named = (folder: string, file: string): [string, Buffer] => [
  file.slice(join(folder, sep).length).split(sep).join('/'),
  readFileSync(file),
];
