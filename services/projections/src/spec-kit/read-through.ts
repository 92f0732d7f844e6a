import type { DatabaseSync } from 'node:sqlite';

/** Tables with a row for each country, or for all of them together. Every other table grows with the record. */
const BOUNDED = /^(engine_\w+|country_held|horizon)$/;

/** Indexes that hold only what is open, so that what is over takes no part. */
const OF_OPEN = /USING (?:COVERING )?INDEX (?:commitment_open|follow_up_open)\b/;

const tablesByAlias = (sql: string): ReadonlyMap<string, readonly string[]> => {
  const tables = new Map<string, string[]>();
  for (const [, table = '', alias = table] of sql.matchAll(
    /\b(?:FROM|JOIN)\s+(\w+)(?:\s+(?:AS\s+)?(?!ON\b|WHERE\b|ORDER\b|JOIN\b|CROSS\b|LEFT\b|GROUP\b|USING\b)(\w+))?/g,
  )) {
    tables.set(alias, [...(tables.get(alias) ?? []), table]);
  }
  return tables;
};

/**
 * Tables that a statement reads through from end to end although they grow with the record, as SQLite would carry it out.
 */
export const readThrough = (database: Pick<DatabaseSync, 'prepare'>, sql: string): readonly string[] => {
  const kept = new Set(
    (database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all() as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => !BOUNDED.test(name)),
  );
  const tables = tablesByAlias(sql);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  const scanned = plan.flatMap(({ detail }) => {
    const [, alias] = /^SCAN (\w+)(?! VIRTUAL)\b/.exec(detail) ?? [];
    return alias === undefined || detail.includes('VIRTUAL TABLE') || OF_OPEN.test(detail) ? [] : [alias];
  });
  return [...new Set(scanned.flatMap((alias) => (tables.get(alias) ?? [alias]).filter((table) => kept.has(table))))];
};
