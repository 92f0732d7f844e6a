import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { hasWalResetBug } from '@demarche/event-store';
import { blueprintOf, ENGINE_SCHEMA, VIEWS_APPLICATION_ID } from './engine-schema.ts';
import { LAST_EVENT_TABLE } from './last-event.ts';
import type { Projector } from './projector.ts';

export const IN_MEMORY = ':memory:';

/** What the views are kept with; shown by `/readyz`. */
export interface ViewSettings {
  readonly sqliteVersion: string;
  /** 1 is NORMAL: enough for what can be built again. */
  readonly synchronous: number;
}

export interface ViewDatabase {
  readonly writer: DatabaseSync;
  /** A connection of its own, so that a question never sees half a batch. In memory there is only the one. */
  readonly reader: DatabaseSync;
  readonly settings: ViewSettings;
  close(): void;
}

/** How the tables of a new file are made: with all their indexes, or, to be built fast, without those that can be made at the end. */
export type Tables = 'indexed' | 'bulk';

/**
 * Opens a file of views and makes its tables if it is new. `synchronous=NORMAL` suffices: views and checkpoint move
 * in one transaction, so that a power cut takes the last of both and the feed brings them again.
 * @throws when the file belongs to another program, or the SQLite can corrupt it
 */
export const openViewDatabase = (
  file: string,
  projectors: readonly Projector[],
  tables: Tables = 'indexed',
): ViewDatabase => {
  if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true });
  // Whoever waits here holds up every question: rather the batch is tried again in a moment.
  const writer = new DatabaseSync(file, { timeout: 50 });
  try {
    if (isNew(writer, file)) makeViewTables(writer, projectors, tables);
    writer.exec(LAST_EVENT_TABLE);
    const reader = file === IN_MEMORY ? writer : new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
    const connections = new Set([reader, writer]);
    return {
      writer,
      reader,
      settings: settingsOf(writer),
      close: () => connections.forEach((connection) => connection.close()),
    };
  } catch (error) {
    writer.close();
    throw error;
  }
};

const settingsOf = (database: DatabaseSync): ViewSettings => ({
  ...(database.prepare('SELECT sqlite_version() AS sqliteVersion').get() as { sqliteVersion: string }),
  ...(database.prepare('PRAGMA synchronous').get() as { synchronous: number }),
});

/** Sets the connection up, and says whether there is nothing in the file yet. */
const isNew = (database: DatabaseSync, file: string): boolean => {
  const { sqliteVersion } = settingsOf(database);
  if (hasWalResetBug(sqliteVersion)) {
    throw new Error(
      `SQLite ${sqliteVersion} can corrupt the views (the WAL-reset bug): use a Node.js with SQLite 3.51.3 or newer`,
    );
  }
  const { application_id: application } = database.prepare('PRAGMA application_id').get() as { application_id: number };
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  if (application !== VIEWS_APPLICATION_ID && (application !== 0 || tables > 0)) {
    throw new Error(`${file} belongs to another program: name a file that does not exist yet`);
  }
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536',
  );
  return tables === 0;
};

export const makeViewTables = (database: DatabaseSync, projectors: readonly Projector[], tables: Tables): void => {
  database.exec(`BEGIN IMMEDIATE; ${ENGINE_SCHEMA}; PRAGMA application_id = ${VIEWS_APPLICATION_ID}`);
  for (const { schema, indexes = '' } of projectors) database.exec(tables === 'bulk' ? schema : schema + indexes);
  if (tables === 'bulk') database.exec('UPDATE engine_checkpoint SET indexed = 0');
  const insert = database.prepare('INSERT INTO engine_view (view, version, schema_hash) VALUES (?, ?, ?)');
  for (const { view, version, schemaHash } of blueprintOf(projectors)) insert.run(view, version, schemaHash);
  database.exec('COMMIT');
};
