import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { inspectViewFile, type ViewFileState } from './inspect-view-file.ts';
import { IN_MEMORY } from './open-view-database.ts';
import type { Projector } from './projector.ts';

export interface Generation extends ViewFileState {
  readonly number: number;
  readonly file: string;
}

const splitPath = (path: string) => {
  const extension = extname(path);
  return { folder: dirname(path), stem: basename(path, extension), extension };
};

/** Views are built in numbered files beside each other: `views.db` names `views.1.db`, `views.2.db` and so on. */
export const generationFile = (path: string, number: number | string): string => {
  if (path === IN_MEMORY) return IN_MEMORY;
  const { folder, stem, extension } = splitPath(path);
  return join(folder, `${stem}.${number}${extension}`);
};

/** While a generation is built by several threads, each has a file of its own; part 1 becomes the generation. */
export const partFile = (path: string, number: number, part: number): string =>
  generationFile(path, `${number}.part-${part}`);

/** Part 1 while the others are joined to it: of no use before that has come to its end. */
export const joiningFile = (path: string, number: number): string => generationFile(path, `${number}.joining`);

/** The parts of a generation that lie there, whichever threads built them. */
export const findParts = (path: string, number: number): readonly string[] => {
  const { folder } = splitPath(path);
  if (path === IN_MEMORY || !existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter(
      (file) =>
        /\.part-\d+$/.test(splitPath(file).stem) &&
        file.startsWith(generationFile(path, `${number}.part-`).slice(0, -splitPath(path).extension.length)),
    );
};

/** The generations that lie there, the newest first. Files of other programs are not among them. */
export const findGenerations = (path: string, projectors: readonly Projector[]): readonly Generation[] => {
  const { folder, stem, extension } = splitPath(path);
  if (path === IN_MEMORY || !existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => Number(name.slice(stem.length + 1, name.length - extension.length)))
    .filter((number) => Number.isInteger(number) && number > 0 && existsSync(generationFile(path, number)))
    .sort((a, b) => b - a)
    .map((number) => ({ number, file: generationFile(path, number) }))
    .map(({ number, file }) => ({ number, file, ...inspectViewFile(file, projectors) }))
    .filter(({ fit }) => fit !== 'not-ours');
};
