import { findGenerations, generationFile } from './generations.ts';
import { IN_MEMORY } from './open-view-database.ts';
import type { Projector } from './projector.ts';
import { openViewFile, removeViewFile, type ViewFile } from './view-file.ts';
import type { ViewReader } from './view-reader.ts';

/** The views are being built for the first time, or anew after their tables changed. Asking later helps. */
export class ViewsNotReady extends Error {
  override readonly name = 'ViewsNotReady';
}

/** All views, behind whichever file answers at the moment. */
export interface Views {
  readonly names: readonly string[];
  /**
   * Asks within one snapshot of all views. The answer must be read out before it returns.
   * @throws ViewsNotReady
   */
  read<Answer>(ask: (reader: ViewReader) => Answer): Answer;
  /** The file that answers questions; none while there is none that could. */
  live(): ViewFile | undefined;
  /** Whether the live file is missing, or was built by another version of the views. */
  needsRebuild(): boolean;
  /** A file to build beside the live one; one that was left unfinished is gone on with. */
  beginGeneration(): ViewFile;
  /** Leaves a file unfinished, for the next build to go on with. */
  abandon(unfinished: ViewFile): void;
  /** From now on this file answers, and the ones before it are deleted. */
  adopt(built: ViewFile): void;
  close(): void;
}

/**
 * Opens the newest file of views that these projectors can read.
 * @param path names the generations' files; `:memory:` keeps everything in this process
 */
export const openViews = (path: string, projectors: readonly Projector[]): Views => {
  const found = findGenerations(path, projectors);
  const serving = found.find(({ fit, ready }) => ready && (fit === 'same' || fit === 'same-tables'));
  const unfinished = found.find(
    ({ fit, ready, number }) => !ready && fit === 'same' && number > (serving?.number ?? 0),
  );
  let newest = found[0]?.number ?? 0;
  let outdated = serving?.fit !== 'same';
  let superseded = found
    .filter((generation) => generation !== serving && generation !== unfinished)
    .map(({ file }) => file);
  let resumable = outdated ? unfinished?.file : undefined;
  let live = serving && openViewFile(serving.file, projectors);

  return {
    names: projectors.map(({ view }) => view),
    read(ask) {
      if (!live) throw new ViewsNotReady('The views are being built: ask again in a moment');
      return live.read(ask);
    },
    live: () => live,
    needsRebuild: () => outdated,
    beginGeneration() {
      if (!resumable) newest += 1;
      const file = resumable ?? generationFile(path, newest);
      resumable = undefined;
      const built = openViewFile(file, projectors);
      built.prepareForBuilding();
      return built;
    },
    abandon(built) {
      built.close();
      resumable = path === IN_MEMORY ? undefined : built.file;
    },
    adopt(built) {
      const before = live;
      built.markReady();
      live = built;
      outdated = false;
      before?.remove();
      superseded.forEach(removeViewFile);
      superseded = [];
    },
    close: () => live?.close(),
  };
};
