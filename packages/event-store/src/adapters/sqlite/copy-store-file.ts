import { closeSync, fsyncSync, openSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Position } from '@demarche/contracts';
import { refusalFor, refuseForeign, refuseWalResetBug } from './open-store-file.ts';

export interface CopiedStore {
  /** The newest event that the copy holds; as positions have no gaps, also how many. */
  readonly position: Position;
}

/** About 4 MB. Between two of these steps the progress is told; nobody who writes ever waits for one. */
const PAGES_A_STEP = 1_000;

/**
 * Copies a record, in use or not, as it is at one moment, into one durable file that holds everything and needs no log
 * beside it. Appends go on meanwhile: the copy is made from a snapshot, which they neither wait for nor disturb.
 * @param onProgress told what part is done, from 0 to 1
 * @throws StoreRefused
 */
export const copyStoreFile = async (
  file: string,
  target: string,
  onProgress: (part: number) => void,
): Promise<CopiedStore> => {
  const source = openForReading(file);
  try {
    refuseWalResetBug(source);
    refuseForeign(source, file);
    // Without the transaction a step would see what was written since the last one, and begin from the start again.
    source.exec('BEGIN');
    const { position } = source.prepare('SELECT coalesce(max(position), 0) AS position FROM events').get() as {
      position: Position;
    };
    await backup(source, target, {
      rate: PAGES_A_STEP,
      progress: ({ totalPages, remainingPages }) => onProgress(1 - remainingPages / Math.max(1, totalPages)),
    });
    makeOneDurableFile(target);
    return { position };
  } catch (error) {
    throw refusalFor(error, file);
  } finally {
    source.close();
  }
};

const openForReading = (file: string): DatabaseSync => {
  try {
    return new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
  } catch (error) {
    throw refusalFor(error, file);
  }
};

const makeOneDurableFile = (target: string): void => {
  const copy = new DatabaseSync(target);
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
  const handle = openSync(target, 'r');
  fsyncSync(handle);
  closeSync(handle);
};
