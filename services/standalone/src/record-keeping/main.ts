import { copyStoreFile, openStoreSnapshot } from '@demarche/event-store/sqlite';
import { verifyViews } from '@demarche/projections';
import description from '../../package.json' with { type: 'json' };
import { type BackupTaken, backupRecord } from './backup-record.ts';
import type { Progress, RecordFiles } from './record-files.ts';
import { type Restored, restoreRecord } from './restore-record.ts';
import { type Verified, verifyRecord } from './verify-record.ts';

export type { KeepingFault } from './keeping-refused.ts';
export { KeepingRefused } from './keeping-refused.ts';
export type { BackupTaken, Progress, Restored, Verified };

const files: RecordFiles = { copy: copyStoreFile, look: openStoreSnapshot, verifyViews };
const now = (): string => new Date().toISOString();

/**
 * Backup, restore and verification of a record on this machine's disk, for the command line: they open the files
 * themselves, so that they work whether Demarche runs, hangs or has been stopped (infra/adr/0007).
 */
export const recordKeeping = {
  /** @throws KeepingRefused */
  backup: (data: string, target: string, progress: Progress): Promise<BackupTaken> =>
    backupRecord(files, { data, target, progress, takenAt: now(), release: description.version }),
  /** @throws KeepingRefused */
  restore: (backup: string, data: string, replace: boolean, progress: Progress): Promise<Restored> =>
    restoreRecord(files, { backup, data, replace, progress, now: now() }),
  /** @throws KeepingRefused */
  verify: (folder: string, views: boolean | string, progress: Progress): Promise<Verified> =>
    verifyRecord(files, { folder, views, progress }),
};
