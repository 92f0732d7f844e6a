import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Position, RecordedEvent } from '@demarche/contracts';
import { EVENTS, type EventRow, recorded } from './event-table.ts';
import { refusalFor, refuseForeign } from './open-store-file.ts';

/** An event of a snapshot, or what is wrong with the row in its place. */
export type SnapshotRow =
  | { readonly position: Position; readonly event: RecordedEvent }
  | { readonly position: Position; readonly fault: string };

/** A record as it is at one moment, to be looked through: nothing is written, and nothing that is wrong ends the looking. */
export interface StoreSnapshot {
  readonly head: Position;
  /** What SQLite finds wrong with its pages and indexes, at most a hundred. Reads the whole file. */
  structuralFaults(): readonly string[];
  /**
   * At most so many rows after a position, in order.
   * @throws where SQLite cannot read on
   */
  rows(after: Position, limit: number): readonly SnapshotRow[];
  close(): void;
}

/**
 * @param unchanging nobody writes the file: a backup, perhaps on a disk that cannot be written
 * @throws StoreRefused
 */
export const openStoreSnapshot = (file: string, { unchanging = false } = {}): StoreSnapshot => {
  const database = open(file, unchanging);
  try {
    refuseForeign(database, file);
    database.exec('BEGIN');
    const { head } = database.prepare('SELECT coalesce(max(position), 0) AS head FROM events').get() as {
      head: Position;
    };
    return { head, ...looksInto(database) };
  } catch (error) {
    database.close();
    throw refusalFor(error, file);
  }
};

const open = (file: string, unchanging: boolean): DatabaseSync => {
  try {
    const location = unchanging ? new URL(`${pathToFileURL(file).href}?immutable=1`) : file;
    return new DatabaseSync(location, { readOnly: true, timeout: 2_000 });
  } catch (error) {
    throw refusalFor(error, file);
  }
};

const looksInto = (database: DatabaseSync) => {
  // A file of the first version has no checksums.
  const columns = database.prepare("SELECT name FROM pragma_table_info('events')").all() as { name: string }[];
  const hasChecksums = columns.some(({ name }) => name === 'checksum');
  const events = hasChecksums ? EVENTS : EVENTS.replace('checksum', 'NULL');
  const page = database.prepare(`${events} WHERE position > ? ORDER BY position LIMIT ?`);
  page.setReturnArrays(true);
  return {
    structuralFaults: () =>
      (database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[])
        .map((row) => row.integrity_check)
        .filter((said) => said !== 'ok'),
    rows: (after: Position, limit: number) => (page.all(after, limit) as unknown as EventRow[]).map(looked),
    close: () => database.close(),
  };
};

const looked = (row: EventRow): SnapshotRow => {
  const [position] = row;
  try {
    return { position, event: recorded(row) };
  } catch (error) {
    return { position, fault: (error as Error).message };
  }
};
