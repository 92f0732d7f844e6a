import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { ENGINE_PREFIX } from './engine-schema.ts';

/**
 * SHA-256 over every row of every view, whatever the order in which they were written: two files with the same hash
 * answer every question alike. SQLite's own tables, and those behind a full-text index, are not content.
 */
export const contentHash = (database: DatabaseSync): string => {
  const hash = createHash('sha256');
  for (const table of contentTables(database)) {
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[];
    const order = columns.map((_, index) => index + 1).join(', ');
    hash.update(`${table} (${columns.map(({ name }) => name).join(', ')})\n`);
    const rows = database.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`);
    rows.setReturnArrays(true);
    for (const row of rows.iterate()) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest('hex');
};

const contentTables = (database: DatabaseSync): string[] => {
  const tables = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') ORDER BY name")
    .all() as { name: string }[];
  return tables
    .map(({ name }) => name)
    .filter((name) => !name.startsWith(ENGINE_PREFIX) && !name.startsWith('sqlite_'));
};
