import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { hasWalResetBug } from '../../wal-reset-bug.ts';
import { StoreRefused } from './store-refused.ts';
import { APPLICATION_ID, SCHEMA_VERSION, STORE_SCHEMA } from './store-schema.ts';

/** How far an acknowledgement can be trusted; shown by `/readyz` and `demarche doctor`. */
export interface StoreDurability {
  readonly sqliteVersion: string;
  readonly journalMode: string;
  /** 2 is FULL, 3 is EXTRA. Below 2 the last acknowledged events can vanish with the power. */
  readonly synchronous: number;
}

const FULL = 2;

/**
 * Opens the file, or makes it, with every acknowledgement durable.
 * @throws StoreRefused
 */
export const openStoreFile = (file: string, busyTimeoutMs: number) => {
  const database = open(file, busyTimeoutMs);
  try {
    refuseForeign(database, file);
    const durability = makeDurable(database, file);
    makeSchema(database);
    return { database, durability };
  } catch (error) {
    database.close();
    if (error instanceof StoreRefused) throw error;
    throw new StoreRefused(`${file} cannot be used as the event store: ${(error as Error).message}`, { cause: error });
  }
};

const open = (file: string, timeout: number): DatabaseSync => {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new DatabaseSync(file, { timeout });
  } catch (error) {
    throw new StoreRefused(`${file} cannot be opened: ${(error as Error).message}`, { cause: error });
  }
};

/** Comes before anything is written: a file that is not ours is left as it is. */
const refuseForeign = (database: DatabaseSync, file: string) => {
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  const application = pragma(database, 'application_id');
  if (application !== APPLICATION_ID && (application !== 0 || tables > 0)) {
    throw new StoreRefused(
      `${file} belongs to another program: name a file that does not exist yet, or Demarche's own`,
    );
  }
  if (Number(pragma(database, 'user_version')) > SCHEMA_VERSION) {
    throw new StoreRefused(`${file} was written by a newer release of Demarche: update Demarche to open it`);
  }
};

const makeDurable = (database: DatabaseSync, file: string): StoreDurability => {
  const { version } = database.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  if (hasWalResetBug(version)) {
    throw new StoreRefused(
      `SQLite ${version} can corrupt the record (the WAL-reset bug): use a Node.js with SQLite 3.51.3 or newer`,
    );
  }
  // On macOS an ordinary fsync stops at the disk's cache; elsewhere fullfsync does nothing.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1',
  );
  const durability = {
    sqliteVersion: version,
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

const makeSchema = (database: DatabaseSync) => {
  database.exec('BEGIN IMMEDIATE');
  // Asked inside the transaction: another process may have made the schema since the file was opened.
  if (Number(pragma(database, 'user_version')) === 0) {
    database.exec(
      `${STORE_SCHEMA}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`,
    );
  }
  database.exec('COMMIT');
};

const pragma = (database: DatabaseSync, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
