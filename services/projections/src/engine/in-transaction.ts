import type { DatabaseSync } from 'node:sqlite';

/** Does the work in one write transaction: all of it holds, or none. */
export const inTransaction = <Result>(database: DatabaseSync, work: () => Result): Result => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk or a failing one has rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** Does the work so that a failure undoes this part of the transaction only. */
export const inSavepoint = <Result>(database: DatabaseSync, work: () => Result): Result => {
  database.exec('SAVEPOINT one_event');
  try {
    const result = work();
    database.exec('RELEASE one_event');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK TO one_event; RELEASE one_event');
    throw error;
  }
};

/** BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB. */
const FILE_TROUBLE = new Set([5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26]);

/** CORRUPT, NOTADB. */
const DAMAGE = new Set([11, 26]);

/** Whether an error tells that what the file holds is not what was written: trying again does not help. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && DAMAGE.has(Number(error.errcode) & 0xff);

/** Whether an error tells of the file or the disk, and not of the event that was being taken: it is no reason to park anything. */
export const isFileTrouble = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && FILE_TROUBLE.has(Number(error.errcode) & 0xff);
