import { DatabaseSync as CarefulDatabase, type StatementSync } from 'node:sqlite';

export * from 'node:sqlite';

const level = new URL(import.meta.url).search.slice(1);

/** SQLite as it is, but for one setting, which changes behind Demarche's back as soon as something is to be written. */
export class DatabaseSync extends CarefulDatabase {
  override prepare(sql: string): StatementSync {
    if (/^(BEGIN|INSERT)/.test(sql) && !this.isTransaction) super.exec(`PRAGMA synchronous = ${level}`);
    return super.prepare(sql);
  }
}
