import { expect, test } from 'vitest';
import { hasWalResetBug } from './wal-reset-bug.ts';

test.each(['3.7.0', '3.40.1', '3.44.5', '3.45.0', '3.49.9', '3.50.6', '3.51.0', '3.51.2', '3.44', ''])(
  'SQLite "%s" is refused',
  (version) => {
    expect(hasWalResetBug(version)).toBe(true);
  },
);

test.each(['3.44.6', '3.44.7', '3.50.7', '3.51.3', '3.51.10', '3.52.0', '3.53.4', '3.100.0', '4.0.0'])(
  'SQLite "%s" is trusted',
  (version) => {
    expect(hasWalResetBug(version)).toBe(false);
  },
);
