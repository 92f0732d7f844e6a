import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** What a question is asked with: one consistent snapshot of all views, and nothing that could change them. */
export interface ViewReader {
  /** A prepared statement, kept for the life of the connection. */
  prepare(sql: string): StatementSync;
}

/** Prepares each statement once. Never one for each value: values belong into parameters. */
export const preparedOnce = (database: DatabaseSync): ((sql: string) => StatementSync) => {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const kept = statements.get(sql);
    if (kept) return kept;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
};
