import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RecordedEvent } from '@demarche/contracts';
import type { SnapshotRow, StoreSnapshot } from '@demarche/event-store/sqlite';
import type { ViewsVerdict } from '@demarche/projections';
import { fileFaultOf } from '../data-folder/file-fault.ts';
import { RECORD } from '../data-folder/finish-restore.ts';
import { checkRows, type Finding } from './check-rows.ts';
import { hashFile } from './hash-file.ts';
import { keepingRefusal } from './keeping-refusal.ts';
import { KeepingRefused } from './keeping-refused.ts';
import { MANIFEST, readManifest } from './manifest.ts';
import type { Progress, RecordFiles } from './record-files.ts';
import { isFile, recordIn, refuseServer } from './record-in.ts';

export interface VerifyWishes {
  /** A data folder or the file of a record, in use or not, or a backup. */
  readonly folder: string;
  /**
   * Whether the views are made anew and compared, which takes longer than all the rest; or the file of the views that
   * are to be compared, where they do not lie beside the record.
   */
  readonly views: boolean | string;
  readonly progress: Progress;
}

export interface Verified {
  readonly folder: string;
  readonly kind: 'record' | 'backup';
  /** The newest event; null where the file is too damaged to tell. */
  readonly position: number | null;
  readonly sound: boolean;
  /** How the views compare; `not-asked` where they were left out, or the record is too damaged to make any. */
  readonly views: ViewsVerdict['outcome'] | 'not-asked';
  /** The first hundred things that are wrong. */
  readonly findings: readonly Finding[];
  readonly findingsInAll: number;
}

const NAMED = 100;

/**
 * Reads a record, or a backup of one, from end to end, and says all that is wrong with it. Nothing is changed.
 * @throws KeepingRefused where there is nothing to verify
 */
export const verifyRecord = async (files: RecordFiles, wishes: VerifyWishes): Promise<Verified> => {
  refuseServer(wishes.folder);
  const folder = resolve(wishes.folder);
  const kind = existsSync(join(folder, MANIFEST)) ? 'backup' : 'record';
  const record = kind === 'backup' ? join(folder, RECORD) : recordIn(folder);
  const look = () => files.look(record, { unchanging: kind === 'backup' });
  const place = { folder, kind, look, viewsFile: viewsOf({ ...wishes, folder }, kind) } as const;
  try {
    return { folder, kind, ...(await lookThrough(files, place, wishes)) };
  } catch (error) {
    throw keepingRefusal(error, record);
  }
};

interface Place extends Pick<Verified, 'folder' | 'kind'> {
  readonly look: () => StoreSnapshot;
  /** Null where there are none to compare with. */
  readonly viewsFile: string | null;
}

/** Only a data folder is known to have its views within. */
const viewsOf = ({ folder, views }: VerifyWishes, kind: Place['kind']): string | null => {
  if (typeof views === 'string') return resolve(views);
  return kind === 'backup' || isFile(folder) ? null : join(folder, 'views', 'views.sqlite');
};

const lookThrough = async (files: RecordFiles, place: Place, wishes: VerifyWishes) => {
  const { views, progress } = wishes;
  const collected = collectFindings();
  if (place.kind === 'backup') await checkManifest(place.folder, collected.found);
  const position = checkRecord(place, collected.found, progress);
  const compared = views !== false && collected.count() === 0 ? await compare(files, place, wishes) : null;
  if (compared) tellOfViews(compared, collected.found);
  return { position, views: compared?.outcome ?? ('not-asked' as const), ...collected.result() };
};

const collectFindings = () => {
  const findings: Finding[] = [];
  let findingsInAll = 0;
  return {
    found(finding: Finding): void {
      findingsInAll += 1;
      if (findings.length < NAMED) findings.push(finding);
    },
    count: () => findingsInAll,
    result: () => ({ sound: findingsInAll === 0, findings, findingsInAll }),
  };
};

const checkManifest = async (path: string, found: (finding: Finding) => void): Promise<void> => {
  for (const { name, bytes, sha256 } of readManifest(path).files) {
    const file = join(path, name);
    if (!existsSync(file)) throw new KeepingRefused('unsound', `${file} is missing: the backup is not whole.`);
    const actual = await hashFile(file);
    if (actual.bytes === bytes && actual.sha256 === sha256) continue;
    found({ code: 'file-damaged', message: `${name} is not as it was when the backup was taken` });
  }
};

const checkRecord = (place: Place, found: (finding: Finding) => void, progress: Progress): number | null => {
  const snapshot = openedUnlessDamaged(place, found);
  if (!snapshot) return null;
  try {
    progress('Checking the pages of the file', 0);
    for (const message of faultsOfPages(snapshot)) found({ code: 'file-damaged', message });
    checkRows(snapshot, found, progress);
    return snapshot.head;
  } finally {
    snapshot.close();
  }
};

/** Of some damage SQLite gives up looking. */
const faultsOfPages = (snapshot: StoreSnapshot): readonly string[] => {
  try {
    return snapshot.structuralFaults();
  } catch (error) {
    if (fileFaultOf(error) !== 'damaged') throw error;
    return [(error as Error).message];
  }
};

const openedUnlessDamaged = ({ look }: Place, found: (finding: Finding) => void): StoreSnapshot | undefined => {
  try {
    return look();
  } catch (error) {
    if (fileFaultOf((error as Error).cause ?? {}) !== 'damaged') throw error;
    found({ code: 'file-damaged', message: (error as Error).message });
    return undefined;
  }
};

/** @throws KeepingRefused where views are named that are not there */
const compare = async (files: RecordFiles, place: Place, { views, progress }: VerifyWishes): Promise<ViewsVerdict> => {
  const verdict = await compareWith(files, place, progress);
  if (verdict.outcome !== 'none' || typeof views !== 'string') return verdict;
  throw new KeepingRefused('unsuitable', `There are no views in ${views}. Name the file that DEMARCHE_VIEWS names.`);
};

const compareWith = async (
  files: RecordFiles,
  { look, viewsFile }: Place,
  progress: Progress,
): Promise<ViewsVerdict> => {
  const scratch = mkdtempSync(join(tmpdir(), 'demarche-verify-'));
  let snapshot: StoreSnapshot | undefined;
  try {
    return await files.verifyViews({
      path: viewsFile,
      scratchFile: join(scratch, 'views.sqlite'),
      record() {
        const opened = look();
        snapshot = opened;
        return { head: opened.head, read: (after, limit) => opened.rows(after, limit).flatMap(eventIn) };
      },
      onProgress: (part) => progress('Making the views anew', part),
    });
  } finally {
    snapshot?.close();
    rmSync(scratch, { recursive: true, force: true });
  }
};

const eventIn = (row: SnapshotRow): RecordedEvent[] => ('event' in row ? [row.event] : []);

const tellOfViews = ({ outcome, position, parked }: ViewsVerdict, found: (finding: Finding) => void): void => {
  if (outcome === 'different') {
    const message = `the views, which have come to position ${position}, are not what the record makes of them: "demarche projections rebuild" makes them anew`;
    found({ code: 'views-differ', message });
  }
  if (outcome === 'ahead') {
    const message = `the views have come to position ${position}, which the record does not reach: events have been lost, or an older record was put in place`;
    found({ code: 'views-ahead', message });
  }
  for (const { stream, view, reason, position: at } of parked) {
    found({ code: 'stream-parked', position: at, message: `${view} cannot take ${stream}: ${reason}` });
  }
};
