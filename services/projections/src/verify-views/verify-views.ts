import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { ParkedStream, Position, RecordedEvent } from '@demarche/contracts';
import { contentHash } from '../engine/content-hash.ts';
import { findGenerations } from '../engine/generations.ts';
import { checkpointOf } from '../engine/moments.ts';
import { parkedStreams } from '../engine/parking.ts';
import { openViewFile } from '../engine/view-file.ts';
import { preparedOnce } from '../engine/view-reader.ts';
import { projectors } from '../projectors.ts';

export interface ViewsToVerify {
  /** Names the files of the views; null where there are none, as in a backup. */
  readonly path: string | null;
  /** Where the clean ones are made; whoever names it deletes it. */
  readonly scratchFile: string;
  /** Opened after the views were looked at, so that it cannot end before them. */
  readonly record: () => {
    readonly head: Position;
    readonly read: (after: Position, limit: number) => readonly RecordedEvent[];
  };
  readonly onProgress: (part: number) => void;
}

export interface ViewsVerdict {
  /**
   * `none`: there are none to compare. `other-release`: made by another release, they are built anew at the next start.
   * `ahead`: they hold events that the record does not.
   */
  readonly outcome: 'equal' | 'different' | 'ahead' | 'none' | 'other-release';
  /** Up to which event they were compared. */
  readonly position: Position;
  /** What the views made anew could not take. */
  readonly parked: readonly ParkedStream[];
}

interface LookedAt {
  readonly position: Position;
  readonly hash: string;
}

const BATCH = 5_000;

/**
 * Makes all views anew from the record, beside those in use, and holds the two against each other by all that they say.
 * @throws what the files throw
 */
export const verifyViews = async ({ path, scratchFile, record, onProgress }: ViewsToVerify): Promise<ViewsVerdict> => {
  const used = path === null ? 'none' : lookAt(path);
  const { head, read } = record();
  const position = typeof used === 'string' ? head : used.position;
  if (position > head) return { outcome: 'ahead', position, parked: [] };
  const clean = openViewFile(scratchFile, projectors);
  try {
    clean.prepareForBuilding();
    for (let at = 0; at < position; at = clean.checkpoint()) {
      const events = read(at, Math.min(BATCH, position - at));
      if (events.length === 0) throw new Error(`The record cannot be read on from position ${at}`);
      clean.apply(events);
      onProgress(clean.checkpoint() / position);
      await setImmediate();
    }
    const parked = clean.read(parkedStreams);
    if (typeof used === 'string') return { outcome: used, position, parked };
    return { outcome: clean.contentHash() === used.hash ? 'equal' : 'different', position, parked };
  } finally {
    clean.close();
  }
};

/** One state of the views, however they move on meanwhile. */
const lookAt = (path: string): LookedAt | 'none' | 'other-release' => {
  const generation = findGenerations(path, projectors).find(({ ready }) => ready);
  if (!generation) return 'none';
  if (generation.fit !== 'same') return 'other-release';
  const database = new DatabaseSync(generation.file, { readOnly: true, timeout: 2_000 });
  try {
    database.exec('BEGIN');
    return { position: checkpointOf({ prepare: preparedOnce(database) }), hash: contentHash(database) };
  } finally {
    database.close();
  }
};
