import { DatabaseSync } from 'node:sqlite';

/** The tables that a schema makes; those behind a full-text index go with it. */
export const tablesOf = (schema: string): readonly string[] => {
  const scratch = new DatabaseSync(':memory:');
  try {
    scratch.exec(schema);
    return scratch
      .prepare(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .all()
      .map(({ name }) => String(name));
  } finally {
    scratch.close();
  }
};
