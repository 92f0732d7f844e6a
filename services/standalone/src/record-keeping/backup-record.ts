import { copyFileSync, existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeDurableFolder, syncPath } from '@demarche/event-store';
import { writeWhole } from '../data-folder/durable-files.ts';
import { DEMONSTRATION, RECORD } from '../data-folder/finish-restore.ts';
import { type HashedFile, hashFile } from './hash-file.ts';
import { keepingRefusal } from './keeping-refusal.ts';
import { KeepingRefused } from './keeping-refused.ts';
import { MANIFEST, type Manifest, manifestText } from './manifest.ts';
import { proveSound } from './prove-sound.ts';
import type { Progress, RecordFiles } from './record-files.ts';
import { isFile, recordIn } from './record-in.ts';

export interface BackupWishes {
  /** The data folder, or the file of the record itself. */
  readonly data: string;
  /** Where the backup goes: a folder that is not there yet, or is empty. */
  readonly target: string;
  readonly takenAt: string;
  readonly release: string;
  readonly progress: Progress;
}

export interface BackupTaken {
  readonly folder: string;
  readonly manifest: Manifest;
  /** What a restore is to be told, for the backup to be where the record was: its data folder, or the file. */
  readonly home: string;
  /** That record has a name of its own, under which no backup is put back: it becomes `events.sqlite`. */
  readonly isRenamed: boolean;
}

/**
 * Takes a backup of a record, in use or not. It appears under its name once it is whole, checked and on the disk.
 * @throws KeepingRefused
 */
export const backupRecord = async (files: RecordFiles, wishes: BackupWishes): Promise<BackupTaken> => {
  const folder = resolve(wishes.target);
  const record = recordIn(wishes.data);
  refuseTaken(folder);
  const unfinished = join(dirname(folder), `.${basename(folder)}.unfinished-${process.pid}`);
  try {
    makeDurableFolder(unfinished, 0o700);
    const manifest = await fill(files, { ...wishes, record, unfinished });
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(unfinished, folder);
    syncPath(dirname(folder));
    const home = isFile(wishes.data) ? join(dirname(record), RECORD) : dirname(record);
    return { folder, manifest, home, isRenamed: basename(record) !== RECORD };
  } catch (error) {
    throw keepingRefusal(error, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
};

const refuseTaken = (folder: string): void => {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length > 0) {
    throw new KeepingRefused(
      'unsuitable',
      `${folder} holds something already, and a backup never overwrites. Name a folder that is not there yet, such as ${join(folder, 'today')}.`,
    );
  }
};

const fill = async (
  files: RecordFiles,
  { record, unfinished, takenAt, release, progress }: BackupWishes & { record: string; unfinished: string },
): Promise<Manifest> => {
  const copy = join(unfinished, RECORD);
  const { position } = await files.copy(record, copy, (part) => progress('Copying the record', part));
  const mark = join(dirname(record), DEMONSTRATION);
  const demonstration = existsSync(mark);
  if (demonstration) {
    copyFileSync(mark, join(unfinished, DEMONSTRATION));
    syncPath(join(unfinished, DEMONSTRATION));
  }
  proveSound(files, copy, { position, progress });
  const names: Manifest['files'][number]['name'][] = demonstration ? [RECORD, DEMONSTRATION] : [RECORD];
  const listed = await Promise.all(
    names.map(async (name) => ({ name, ...((await hashFile(join(unfinished, name))) satisfies HashedFile) })),
  );
  const manifest = { takenAt, release, position, events: position, demonstration, files: listed };
  writeWhole(join(unfinished, MANIFEST), manifestText(manifest));
  return { kind: 'demarche-backup', format: 1, ...manifest };
};
