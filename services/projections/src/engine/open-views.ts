import { existsSync } from 'node:fs';
import { findGenerations, type Generation, generationFile, partFile } from './generations.ts';
import { isDamage, isFileTrouble } from './in-transaction.ts';
import { markCalledOff } from './inspect-view-file.ts';
import { leftParts, removeParts } from './left-parts.ts';
import { copyForOneView, openOneViewFile } from './one-view.ts';
import { IN_MEMORY, type Tables } from './open-view-database.ts';
import type { Projector } from './projector.ts';
import { openViewFile, removedIfPossible, removeViewFile, type ViewFile } from './view-file.ts';
import type { ViewReader } from './view-reader.ts';

/** The views are being built for the first time, or anew after their tables changed. Asking later helps. */
export class ViewsNotReady extends Error {
  override readonly name = 'ViewsNotReady';
}

/** A file that was being built when its process ended, or its building was called off. */
export interface Unfinished extends Pick<Generation, 'oneView' | 'calledOff'> {
  /** None while it is in parts. */
  readonly file?: string;
}

/** All views, behind whichever file answers at the moment. */
export interface Views {
  readonly names: readonly string[];
  /**
   * Asks within one snapshot of all views. The answer must be read out before it returns.
   * @throws ViewsNotReady
   */
  read<Answer>(ask: (reader: ViewReader) => Answer): Answer;
  /**
   * Does something with the live file. If that shows it to be damaged, it answers no more, and the views are to be built anew.
   * @throws ViewsNotReady then
   */
  unlessDamaged<Answer>(work: () => Answer): Answer;
  /** Aborted once the live file of now was found to be damaged. */
  unusable(): AbortSignal;
  /** The file that answers questions; none while there is none that could. */
  live(): ViewFile | undefined;
  /** Whether the live file is missing, or was built by another version of the views. */
  needsRebuild(): boolean;
  unfinished(): Unfinished | undefined;
  /** The number under which the next file is built, and the path that names all of them. */
  readonly path: string;
  nextNumber(): number;
  /** Takes the next file, which others built up to some position, for one left unfinished. */
  takeUnfinished(): void;
  /** Says that the parts of the next file, left unfinished, wait until somebody asks for them. */
  callOffParts(): void;
  /**
   * A file to build beside the live one: of all views anew, or of one, beside the others as they are. One left
   * unfinished with the same in mind is gone on with; any other is deleted.
   */
  beginGeneration(view?: string, tables?: Tables): Promise<ViewFile>;
  /** Leaves a file unfinished, for the next build to go on with; one that was called off waits until it is asked for. */
  abandon(unfinished: ViewFile, how?: { readonly calledOff: boolean }): void;
  /** Deletes a file that is of no use. */
  discard(unfinished: ViewFile): void;
  /** From now on this file answers, and the ones before it are deleted. */
  adopt(built: ViewFile): void;
  close(): void;
}

/** Generations count from one. This number names the file in which a copy of the live one grows until it is whole. */
const COPY = 0;

/**
 * Opens the newest file of views that these projectors can read.
 * @param path names the generations' files; `:memory:` keeps everything in this process
 */
export const openViews = (path: string, projectors: readonly Projector[]): Views => {
  const found = findGenerations(path, projectors);
  const serving = found.find(({ fit, ready }) => ready && (fit === 'same' || fit === 'same-tables'));
  let unfinished = found.find(({ fit, ready, number }) => !ready && fit === 'same' && number > (serving?.number ?? 0));
  let building: Generation | undefined;
  let newest = found[0]?.number ?? 0;
  let live = serving && openUnlessUnusable(serving.file, projectors);
  let outdated = live === undefined || serving?.fit !== 'same';
  let superseded = found
    .filter((generation) => (generation !== serving || !live) && generation !== unfinished)
    .map(({ file }) => file);
  let unusable = new AbortController();
  newest = lastTakenNumber(path, newest);
  let parts = leftParts(path, newest + 1, projectors);
  if (path !== IN_MEMORY) removeViewFile(generationFile(path, COPY));

  /** What is damaged answers nothing more: from here on there are no views, until they are built anew. */
  const condemn = (cause: unknown): ViewsNotReady => {
    if (live && path !== IN_MEMORY) {
      superseded.push(live.file);
      live.close();
      live = undefined;
      outdated = true;
      unusable.abort();
      unusable = new AbortController();
    }
    return new ViewsNotReady('The views were found damaged and are built anew: ask again in a moment', { cause });
  };
  const unlessDamaged = <Answer>(work: () => Answer): Answer => {
    try {
      return work();
    } catch (error) {
      throw isDamage(error) ? condemn(error) : error;
    }
  };

  const goOnWith = (left: Generation): ViewFile => {
    building = left;
    markCalledOff(left.file, false);
    return left.oneView ? openOneViewFile(left.file, projectors, left.oneView) : openViewFile(left.file, projectors);
  };
  const begin = async (view: string | undefined, tables: Tables | undefined): Promise<ViewFile> => {
    newest += 1;
    const file = generationFile(path, newest);
    building = newGeneration(newest, file);
    const projector = projectors.find((candidate) => candidate.view === view);
    // The others cannot be copied from what is kept in memory, or was built by another version of them.
    if (!live || !projector || outdated || path === IN_MEMORY) return openViewFile(file, projectors, tables);
    const oneView = await copyForOneView(live.file, { file, copy: generationFile(path, COPY), projector });
    building = { ...building, oneView };
    return openOneViewFile(file, projectors, oneView);
  };

  return {
    names: projectors.map(({ view }) => view),
    read(ask) {
      if (!live) throw new ViewsNotReady('The views are being built: ask again in a moment');
      const { read } = live;
      return unlessDamaged(() => read(ask));
    },
    unlessDamaged,
    unusable: () => unusable.signal,
    live: () => live,
    needsRebuild: () => outdated,
    unfinished: () => unfinished ?? parts,
    path,
    nextNumber: () => newest + 1,
    takeUnfinished() {
      newest += 1;
      parts = undefined;
      unfinished = newGeneration(newest, generationFile(path, newest));
    },
    callOffParts() {
      const first = partFile(path, newest + 1, 1);
      if (existsSync(first)) markCalledOff(first, true);
      parts = { oneView: undefined, calledOff: true };
    },
    async beginGeneration(view, tables) {
      const left = unfinished;
      unfinished = undefined;
      if (parts) removeParts(path, newest + 1);
      parts = undefined;
      const isMeant = left?.oneView?.view === view;
      if (left && !isMeant) removeViewFile(left.file);
      const built = left && isMeant ? goOnWith(left) : await begin(view, tables);
      built.prepareForBuilding();
      return built;
    },
    abandon(built, { calledOff } = { calledOff: false }) {
      built.close();
      if (!building || path === IN_MEMORY) return;
      unfinished = { ...building, calledOff };
      if (calledOff) markCalledOff(building.file, true);
    },
    discard: (built) => built.remove(),
    adopt(built) {
      const before = live;
      built.markReady();
      live = built;
      outdated = false;
      before?.close();
      if (before) superseded.push(before.file);
      superseded = superseded.filter((file) => !removedIfPossible(file));
    },
    close: () => live?.close(),
  };
};

const newGeneration = (number: number, file: string): Generation => ({
  number,
  file,
  fit: 'same',
  ready: false,
  calledOff: false,
  unsafe: false,
});

/** A number that a file of another program has taken is passed over. */
const lastTakenNumber = (path: string, newest: number): number =>
  path !== IN_MEMORY && existsSync(generationFile(path, newest + 1)) ? lastTakenNumber(path, newest + 1) : newest;

/** A file that cannot be opened is built anew, and until that can be done nobody is answered from it. */
const openUnlessUnusable = (file: string, projectors: readonly Projector[]): ViewFile | undefined => {
  try {
    return openViewFile(file, projectors);
  } catch (error) {
    if (isFileTrouble(error)) return undefined;
    throw error;
  }
};
