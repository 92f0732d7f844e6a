import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { KeepingRefused } from './keeping-refused.ts';

const SQLITE_BUSY = 5;

/**
 * Makes sure that nobody works with a record that is about to be replaced. The lock of a data folder is only taken by who
 * has it alone; services that share the file are known by the file itself. What they acknowledged after it was moved would
 * be lost.
 * @throws KeepingRefused
 */
export const refuseInUse = (record: string): void => {
  if (!existsSync(record)) return;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(record, { timeout: 0 });
    // Without it SQLite would let this reader in beside the others; with it, only where there are none.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (cause) {
    // What cannot be read at all is nobody's record in use, and is put aside as it is.
    if (((cause as { errcode?: number }).errcode ?? 0) % 256 !== SQLITE_BUSY) return;
    throw new KeepingRefused(
      'unsuitable',
      `${record} is in use. Stop every service of Demarche that has it open, then try again. Nothing was changed.`,
      { cause },
    );
  } finally {
    database?.close();
  }
};
