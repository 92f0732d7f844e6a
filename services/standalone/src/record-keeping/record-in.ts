import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { RECORD, STAGED } from '../data-folder/finish-restore.ts';
import { KeepingRefused } from './keeping-refused.ts';

/**
 * The file of the record in a data folder; or the file itself, where that is what was named: services in processes of
 * their own share one that may be called anything.
 * @throws KeepingRefused
 */
export const recordIn = (data: string): string => {
  const record = isFile(data) ? resolve(data) : join(resolve(data), RECORD);
  if (existsSync(join(dirname(record), STAGED))) {
    throw new KeepingRefused(
      'unsuitable',
      `A restore into ${data} was broken off. Start Demarche on it with "npm start", or restore into it again; either ends it. Then try again.`,
    );
  }
  if (existsSync(record)) return record;
  throw new KeepingRefused(
    'unsuitable',
    `There is no record in ${data}. Name the data folder, or the file of the record itself, with --data or DEMARCHE_DATA.`,
  );
};

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
