import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths from the root of the repository, with forward slashes, in a stable order. */
export const repositoryFiles = (...patterns: readonly string[]): readonly string[] =>
  globSync(patterns, { cwd: root, exclude: (path) => /(^|[\\/])(node_modules|dist)$/.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();

export const readRepositoryFile = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
