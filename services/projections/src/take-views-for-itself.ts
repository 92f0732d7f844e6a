import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeDurableFolder } from '@demarche/event-store';
import { StartRefused } from '@demarche/service-kit';

const LOCKED = 5;

/**
 * Two replicas that write one file would each apply what the other has applied already. The lock is the operating
 * system's: a process that is killed leaves none behind.
 * @returns how to let them go
 * @throws StartRefused
 */
export const takeViewsForItself = (path: string): (() => void) => {
  const lock = openLock(`${path}.lock`, path);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    lock.close();
    throw refusalOf(error, path);
  }
};

const openLock = (file: string, path: string): DatabaseSync => {
  try {
    makeDurableFolder(dirname(path));
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw refusalOf(error, path);
  }
};

const refusalOf = (cause: unknown, path: string): StartRefused => {
  const { errcode, message } = cause as { errcode?: number; message: string };
  const sentence =
    errcode === LOCKED
      ? `Another replica keeps its views in ${path}. Give each a file of its own with DEMARCHE_VIEWS.`
      : `The views cannot be kept in ${path}: ${message}. Name another place with DEMARCHE_VIEWS, or give Demarche’s account the right to write there.`;
  return new StartRefused(sentence, { cause });
};
