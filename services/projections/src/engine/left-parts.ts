import { existsSync } from 'node:fs';
import { partFile } from './generations.ts';
import { inspectViewFile } from './inspect-view-file.ts';
import { IN_MEMORY } from './open-view-database.ts';
import type { Unfinished } from './open-views.ts';
import type { Projector } from './projector.ts';

/** What a build by several threads left behind, as the first of its parts says. */
export const leftParts = (path: string, number: number, projectors: readonly Projector[]): Unfinished | undefined => {
  const first = partFile(path, number, 1);
  if (path === IN_MEMORY || !existsSync(first)) return undefined;
  return { oneView: undefined, calledOff: inspectViewFile(first, projectors).calledOff };
};
