import { DatabaseSync } from 'node:sqlite';
import type { Finding } from './acknowledged.ts';

/** What SQLite itself finds wrong with a file. */
export const damageIn = (file: string): Finding[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const found = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    return found
      .filter(({ integrity_check: line }) => line !== 'ok')
      .map(({ integrity_check: line }) => ({ kind: 'damaged', what: `${file}: ${line}` }));
  } finally {
    database.close();
  }
};
