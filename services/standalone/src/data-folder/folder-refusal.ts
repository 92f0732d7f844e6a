import { StartRefused } from './start-refused.ts';

const NO_RIGHT = ['EACCES', 'EPERM', 'EROFS'];
const NO_ROOM = ['ENOSPC', 'EDQUOT'];
const SQLITE_NO_RIGHT = [8, 14];
const SQLITE_FULL = 13;

/** What is said of a folder in which nothing can be kept. */
export const folderRefusal = (path: string, cause: unknown): StartRefused => {
  const { code = '', errcode = 0 } = cause as { code?: string; errcode?: number };
  return new StartRefused(sentenceFor(path, code, errcode & 0xff, (cause as Error).message), { cause });
};

const sentenceFor = (path: string, code: string, errcode: number, said: string): string => {
  const cannot = `Demarche cannot keep its data in ${path}`;
  if (NO_ROOM.includes(code) || errcode === SQLITE_FULL)
    return `${cannot}: its disk is full. Make room on it, then start again, or choose another folder with DEMARCHE_DATA.`;
  if (NO_RIGHT.includes(code) || SQLITE_NO_RIGHT.includes(errcode))
    return `${cannot}: this account may not write there. Give it the right to, then start again, or choose another folder with DEMARCHE_DATA.`;
  return `${cannot} (${said}): choose another folder with DEMARCHE_DATA.`;
};
