import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeDurableFolder } from '../../make-durable-folder.ts';
import { StoreRefused } from '../../store-refused.ts';
import { hasWalResetBug } from '../../wal-reset-bug.ts';
import { describeRefusal } from './describe-trouble.ts';
import { APPLICATION_ID, SCHEMA_UPGRADES, SCHEMA_VERSION, STORE_SCHEMA } from './store-schema.ts';
import { troubleOf } from './trouble-of.ts';

/** How far an acknowledgement can be trusted; shown by `/readyz` and `demarche doctor`. */
export interface StoreDurability {
  readonly sqliteVersion: string;
  readonly journalMode: string;
  /** 2 is FULL, 3 is EXTRA. Below 2 the last acknowledged events can vanish with the power. */
  readonly synchronous: number;
}

/** What was found where the record is to be. */
export interface StoreOrigin {
  readonly file: string;
  /** There was no record, and this one was made. */
  readonly isNew: boolean;
}

const FULL = 2;

/**
 * Opens the file, or makes it, with every acknowledgement durable.
 * @throws StoreRefused
 */
export const openStoreFile = (file: string, busyTimeoutMs: number, chooseAnother: string) => {
  const database = open(file, busyTimeoutMs, chooseAnother);
  try {
    refuseForeign(database, file, chooseAnother);
    waitForOthers(() => database.exec('PRAGMA journal_mode = WAL'), busyTimeoutMs);
    const durability = makeDurable(database, file);
    const origin: StoreOrigin = { file, isNew: makeSchema(database) };
    return { database, durability, origin };
  } catch (error) {
    database.close();
    throw refusalFor(error, file, chooseAnother);
  }
};

/** By which setting the file was chosen, unless whoever opens it says another. */
export const CHOOSE_ANOTHER_FOLDER = 'Choose another folder with DEMARCHE_DATA';

/** What is said of a file that cannot be used, whatever the reason. */
export const refusalFor = (
  error: unknown,
  file: string,
  chooseAnother: string = CHOOSE_ANOTHER_FOLDER,
): StoreRefused => {
  if (error instanceof StoreRefused) return error;
  return new StoreRefused(sentenceFor(error as FileError, file, chooseAnother), { cause: error });
};

const CANTOPEN = 14;
const NOTADB = 26;
const NO_RIGHT = ['EACCES', 'EPERM', 'EROFS'];
/** By which calls a folder is looked for and made. */
const OF_FOLDER = ['stat', 'mkdir'];

type FileError = NodeJS.ErrnoException & { errcode?: number };

/** What SQLite cannot open on a disk that is there, it has no right to. */
const isForbidden = ({ errcode, code = '' }: FileError): boolean => errcode === CANTOPEN || NO_RIGHT.includes(code);

const sentenceFor = (error: FileError, file: string, chooseAnother: string): string => {
  if (error.errcode === NOTADB) {
    return `${file} is no event store of Demarche: either something else lies in its place, or its beginning is damaged. Nothing was changed. ${chooseAnother}, or bring back the newest backup with "demarche restore".`;
  }
  if (error.code === 'ENOSPC') return describeRefusal('full', file, error.message);
  if (OF_FOLDER.includes(error.syscall ?? '')) {
    return `The folder for ${file} cannot be made (${error.code}). ${chooseAnother}, or make the folder and give Demarche’s account the right to write there.`;
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    return `${file} is a folder, where the file with the record should be. Move it away, then start again.`;
  }
  return ofTrouble(error, file, chooseAnother);
};

const ofTrouble = (error: FileError, file: string, chooseAnother: string): string => {
  const trouble = isForbidden(error) ? 'read-only' : troubleOf(error);
  const refusal = describeRefusal(trouble, file, error.message);
  return trouble === 'read-only' ? `${refusal} ${chooseAnother} otherwise.` : refusal;
};

const open = (file: string, timeout: number, chooseAnother: string): DatabaseSync => {
  try {
    if (file !== ':memory:') makeDurableFolder(dirname(file));
    return new DatabaseSync(file, { timeout });
  } catch (error) {
    throw refusalFor(error, file, chooseAnother);
  }
};

/** Comes before anything is written: a file that is not ours is left as it is. */
export const refuseForeign = (database: DatabaseSync, file: string, chooseAnother: string = CHOOSE_ANOTHER_FOLDER) => {
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  const application = pragma(database, 'application_id');
  if (application !== APPLICATION_ID && (application !== 0 || tables > 0)) {
    throw new StoreRefused(`${file} belongs to another program. Nothing was changed. ${chooseAnother}.`);
  }
  if (Number(pragma(database, 'user_version')) > SCHEMA_VERSION) {
    throw new StoreRefused(
      `${file} was written by a newer release of Demarche. Nothing was changed. Update Demarche, then start again.`,
    );
  }
};

/** @throws StoreRefused for a SQLite that can corrupt what several connections write. */
export const refuseWalResetBug = (database: DatabaseSync): string => {
  const { version } = database.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  if (!hasWalResetBug(version)) return version;
  throw new StoreRefused(
    `SQLite ${version} can corrupt the record (the WAL-reset bug): use a Node.js with SQLite 3.51.3 or newer`,
  );
};

const PAUSE_MS = 5;

/** Of several that turn a new file to WAL at once, SQLite lets all but one fail at once, whatever its time-out says. */
const waitForOthers = (work: () => void, patienceMs: number): void => {
  const until = performance.now() + patienceMs;
  const pause = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (troubleOf(error) !== 'locked' || performance.now() >= until) throw error;
      Atomics.wait(pause, 0, 0, PAUSE_MS);
    }
  }
};

const makeDurable = (database: DatabaseSync, file: string): StoreDurability => {
  const sqliteVersion = refuseWalResetBug(database);
  // On macOS an ordinary fsync stops at the disk's cache; elsewhere fullfsync does nothing.
  database.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1');
  const durability = {
    sqliteVersion,
    journalMode: String(pragma(database, 'journal_mode')),
    synchronous: Number(pragma(database, 'synchronous')),
  };
  if (durability.journalMode !== 'wal' || durability.synchronous < FULL) {
    throw new StoreRefused(
      `${file} cannot keep events safe (journal ${durability.journalMode}, synchronous ${durability.synchronous}): put it on a local disk`,
    );
  }
  return durability;
};

/** Whether there was none. Of several processes that begin at once, one has made it. */
const makeSchema = (database: DatabaseSync): boolean => {
  database.exec('BEGIN IMMEDIATE');
  // Asked inside the transaction: another process may have made the schema since the file was opened.
  const version = Number(pragma(database, 'user_version'));
  if (version < SCHEMA_VERSION) {
    database.exec(version === 0 ? `${STORE_SCHEMA}; PRAGMA application_id = ${APPLICATION_ID}` : upgradesFrom(version));
  }
  // Written at every start: what may only be read, or has no room, is better found out now than by the first append.
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  database.exec('COMMIT');
  return version === 0;
};

const upgradesFrom = (version: number): string =>
  Array.from({ length: SCHEMA_VERSION - version }, (_, step) => SCHEMA_UPGRADES[version + step]).join('; ');

const pragma = (database: DatabaseSync, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
