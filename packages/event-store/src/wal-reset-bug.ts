/** On each of these lines of releases, the first patch with the fix; every line after them has it. */
const FIXED_IN: Readonly<Record<string, number>> = { '3.44': 6, '3.50': 7, '3.51': 3 };

/**
 * Whether a SQLite release can corrupt a file in WAL mode when two connections use it: the WAL-reset race of 3.7.0 to
 * 3.51.2, mended in 3.51.3 and, for older lines, in 3.44.6 and 3.50.7. Source: https://www.sqlite.org/changes.html
 */
export const hasWalResetBug = (version: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major !== 3 || minor > 51) return major < 3;
  return patch < (FIXED_IN[`${major}.${minor}`] ?? Number.POSITIVE_INFINITY);
};
