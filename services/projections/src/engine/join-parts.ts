import { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './in-transaction.ts';
import { makeSafe, makeUnsafe } from './part-file.ts';
import type { Projector } from './projector.ts';
import { tablesOf } from './tables-of.ts';

export interface PartToJoin {
  readonly file: string;
  readonly views: readonly string[];
}

/**
 * Copies views that were built in files of their own into the file that has the tables of all. SQLite copies rows and
 * index entries as they lie, without looking into them, because the tables on both sides are the same.
 * Where it fails, the file is of no use any more.
 * @throws when a part holds another position than the file
 */
export const joinParts = (into: string, parts: readonly PartToJoin[], projectors: readonly Projector[]): void => {
  // Otherwise SQLite refuses the tables behind a full-text index.
  const database = new DatabaseSync(into, { defensive: false });
  try {
    database.exec('PRAGMA cache_size = -65536');
    makeUnsafe(database, 'OFF');
    for (const part of parts) joinPart(database, part, projectors);
    makeSafe(database);
  } finally {
    database.close();
  }
};

const joinPart = (database: DatabaseSync, { file, views }: PartToJoin, projectors: readonly Projector[]): void => {
  database.prepare('ATTACH ? AS part').run(file);
  refuseOtherPosition(database, file);
  inTransaction(database, () => {
    for (const { schema, indexes = '' } of projectors.filter(({ view }) => views.includes(view))) {
      database.exec(indexes);
      for (const table of tablesOf(schema)) copyTable(database, table);
    }
    for (const table of ['engine_parked_stream', 'engine_parked_event'])
      database.exec(`INSERT INTO main.${table} SELECT * FROM part.${table}`);
  });
  database.exec('DETACH part');
};

const refuseOtherPosition = (database: DatabaseSync, file: string): void => {
  const { same } = database
    .prepare(
      `SELECT p.position = m.position AND p.events = m.events AND p.indexed AS same
       FROM part.engine_checkpoint p, main.engine_checkpoint m`,
    )
    .get() as { same: number };
  if (same !== 1) throw new Error(`${file} was not built up to where the others were`);
};

/** A table behind a full-text index is copied through the tables that it keeps its words in. */
const copyTable = (database: DatabaseSync, table: string): void => {
  const kept = shadowsOf(database, table);
  for (const name of kept.length > 0 ? kept : [table]) {
    const columns = columnsOf(database, name);
    database.exec(`DELETE FROM main."${name}"; INSERT INTO main."${name}" ${columns} FROM part."${name}"`);
  }
};

const shadowsOf = (database: DatabaseSync, table: string): readonly string[] => {
  const tables = database.prepare("SELECT name, type FROM pragma_table_list WHERE schema = 'main'").all();
  if (!tables.some(({ name, type }) => name === table && type === 'virtual')) return [];
  return tables
    .filter(({ name, type }) => type === 'shadow' && String(name).startsWith(`${table}_`))
    .map(({ name }) => String(name));
};

/** All of them at once where none is worked out from the others: only then are rows copied as they lie. */
const columnsOf = (database: DatabaseSync, table: string): string => {
  const columns = database.prepare('SELECT name, hidden FROM pragma_table_xinfo(?)').all(table);
  const stored = columns.filter(({ hidden }) => hidden === 0).map(({ name }) => `"${String(name)}"`);
  return stored.length === columns.length ? 'SELECT *' : `(${stored.join()}) SELECT ${stored.join()}`;
};
