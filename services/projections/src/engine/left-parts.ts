import { existsSync } from 'node:fs';
import { findParts, joiningFile, partFile } from './generations.ts';
import { inspectViewFile } from './inspect-view-file.ts';
import { IN_MEMORY } from './open-view-database.ts';
import type { Unfinished } from './open-views.ts';
import type { Projector } from './projector.ts';
import { removeViewFile } from './view-file.ts';

/** What a build by several threads left behind, as the first of its parts says; it has another name while the others are joined to it. */
export const leftParts = (path: string, number: number, projectors: readonly Projector[]): Unfinished | undefined => {
  const first = partFile(path, number, 1);
  if (path === IN_MEMORY) return undefined;
  if (existsSync(first)) return { oneView: undefined, calledOff: inspectViewFile(first, projectors).calledOff };
  const left = existsSync(joiningFile(path, number)) || findParts(path, number).length > 0;
  return left ? { oneView: undefined, calledOff: false } : undefined;
};

export const removeParts = (path: string, number: number): void => {
  for (const file of [joiningFile(path, number), ...findParts(path, number)]) removeViewFile(file);
};
