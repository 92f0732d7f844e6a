import type { StoreTrouble } from '../../event-store.ts';

/** What was read is not what was written: a checksum, a revision or a position is not as it must be. */
export class DamagedContent extends Error {
  override readonly name = 'DamagedContent';
}

/** By SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const TROUBLES: Readonly<Record<number, StoreTrouble>> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  11: 'damaged',
  13: 'full',
  15: 'locked',
  26: 'damaged',
};

/** What an error of SQLite, or of reading what it gave, says about the file. */
export const troubleOf = (error: unknown): StoreTrouble => {
  // What was recorded before there were checksums may no longer be JSON.
  if (error instanceof DamagedContent || error instanceof SyntaxError) return 'damaged';
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return (typeof code === 'number' && TROUBLES[code & 0xff]) || 'away';
};
