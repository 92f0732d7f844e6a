import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { syncPath } from '@demarche/event-store';
import { writeWhole } from '../data-folder/durable-files.ts';
import {
  finishRestore,
  PLAN,
  RECORD,
  type RestorePlan,
  STAGED,
  STAGED_IN_PART,
  VIEWS,
} from '../data-folder/finish-restore.ts';
import { lockFolder } from '../data-folder/lock-folder.ts';
import { makeFolder } from '../data-folder/open-data-folder.ts';
import { hashFile } from './hash-file.ts';
import { keepingRefusal } from './keeping-refusal.ts';
import { KeepingRefused } from './keeping-refused.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { proveSound } from './prove-sound.ts';
import type { Progress, RecordFiles } from './record-files.ts';
import { folderToRestore } from './record-in.ts';
import { refuseInUse } from './refuse-in-use.ts';

export interface RestoreWishes {
  /** The folder that a backup made. */
  readonly backup: string;
  /** The data folder, which is made where it is not there, or the file of a record in it. */
  readonly data: string;
  /** Whether a record that is there may be put aside. */
  readonly replace: boolean;
  readonly now: string;
  readonly progress: Progress;
}

export interface Restored {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Where the record of before is kept; null where there was none. */
  readonly keptAside: string | null;
  /** Whether this is a folder of `npm start`, whose views went with the record; of a file that services share they are anywhere. */
  readonly ownViews: boolean;
}

/**
 * Puts a backup in the place of a record: all of it or nothing, even if the power fails meanwhile.
 * @throws KeepingRefused
 */
export const restoreRecord = async (files: RecordFiles, wishes: RestoreWishes): Promise<Restored> => {
  const { progress } = wishes;
  const [backup, data] = [resolve(wishes.backup), folderToRestore(wishes.data)];
  const ownViews = data === resolve(wishes.data) && existsSync(join(data, VIEWS));
  const manifest = readManifest(backup);
  await proveUnchanged(backup, manifest, progress);
  const lock = lockedFolder(data);
  try {
    refuseInUse(join(data, RECORD));
    finishRestore(data);
    const holdsRecord = hasRecord(files, data);
    if (holdsRecord && !wishes.replace) throw new KeepingRefused('unsuitable', refusalToOverwrite(data));
    const aside = `replaced-${wishes.now.replaceAll(/[:.]/g, '-')}`;
    await stage(files, { backup, data, manifest, aside, progress });
    finishRestore(data);
    const keptAside = existsSync(join(data, aside, RECORD)) ? join(data, aside) : null;
    return { folder: data, manifest, keptAside, ownViews };
  } catch (error) {
    throw keepingRefusal(error, data);
  } finally {
    rmSync(join(data, STAGED_IN_PART), { recursive: true, force: true });
    lock.release();
  }
};

const refusalToOverwrite = (data: string): string =>
  `${data} holds a record already. With --replace the backup takes its place, and what is there now is kept aside; or name another folder with --data.`;

const proveUnchanged = async (backup: string, { files }: Manifest, progress: Progress): Promise<void> => {
  for (const { name, bytes, sha256 } of files) {
    const file = join(backup, name);
    progress('Checking the backup', 0);
    const found = existsSync(file) ? await hashFile(file) : undefined;
    if (found?.bytes === bytes && found.sha256 === sha256) continue;
    throw new KeepingRefused(
      'unsound',
      `${file} ${found ? 'is not as it was when the backup was taken' : 'is missing'}: the backup is damaged. Nothing was changed. Restore another one.`,
    );
  }
};

const lockedFolder = (data: string) => {
  try {
    makeFolder(data);
    return lockFolder(data);
  } catch (error) {
    throw keepingRefusal(error, data);
  }
};

/** A store without an event is none yet. What cannot be read is one, and is never thrown away. */
const hasRecord = (files: RecordFiles, data: string): boolean => {
  const record = join(data, RECORD);
  if ((statSync(record, { throwIfNoEntry: false })?.size ?? 0) === 0) return false;
  try {
    const snapshot = files.look(record, { unchanging: false });
    snapshot.close();
    return snapshot.head > 0;
  } catch {
    return true;
  }
};

interface Staging extends Pick<RestoreWishes, 'backup' | 'data' | 'progress'> {
  readonly manifest: Manifest;
  readonly aside: string;
}

/** Everything is on the disk, and proven, before it gets the name by which a restore is ended. */
const stage = async (files: RecordFiles, { backup, data, manifest, aside, progress }: Staging): Promise<void> => {
  const unfinished = join(data, STAGED_IN_PART);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  progress('Copying the backup', 0);
  for (const { name } of manifest.files) {
    copyFileSync(join(backup, name), join(unfinished, name));
    syncPath(join(unfinished, name));
  }
  await proveUnchanged(unfinished, manifest, progress);
  proveSound(files, join(unfinished, RECORD), { position: manifest.position, progress });
  writeWhole(join(unfinished, PLAN), JSON.stringify({ aside } satisfies RestorePlan));
  renameSync(unfinished, join(data, STAGED));
  syncPath(data);
};
