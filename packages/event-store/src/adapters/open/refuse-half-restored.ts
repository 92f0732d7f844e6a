import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { RESTORING } from '../../restoring.ts';
import { StoreRefused } from '../../store-refused.ts';

/**
 * Whoever opened what a broken-off restore has left would begin a second record in its place, and what is acknowledged
 * there would be lost when the restore is ended.
 * @throws StoreRefused
 */
export const refuseHalfRestored = (file: string): void => {
  const folder = dirname(resolve(file));
  if (!existsSync(join(folder, RESTORING))) return;
  throw new StoreRefused(
    `A restore into ${folder} was broken off. Restore the backup into it again with "demarche restore", which ends it; then start this service.`,
  );
};
