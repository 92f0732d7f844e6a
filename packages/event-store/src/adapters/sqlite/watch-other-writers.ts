import type { DatabaseSync } from 'node:sqlite';

/**
 * Notices commits of other connections and processes: SQLite counts them up in `data_version`, which costs no read of
 * the file. The timer keeps no process alive.
 * @returns how to stop
 */
export const watchOtherWriters = (database: DatabaseSync, everyMs: number, noticed: () => void): (() => void) => {
  const statement = database.prepare('PRAGMA data_version');
  let seen = -1;
  const version = () => {
    try {
      return (statement.get() as { data_version: number }).data_version;
    } catch {
      // Whoever reads or appends next is told what the matter is; a timer has nobody to tell.
      return seen;
    }
  };
  seen = version();
  const timer = setInterval(() => {
    const current = version();
    if (current === seen) return;
    seen = current;
    noticed();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
