import { fileFaultOf } from './file-fault.ts';
import { StartRefused } from './start-refused.ts';

/** What is said of a folder in which nothing can be kept. */
export const folderRefusal = (path: string, cause: unknown): StartRefused => {
  if (cause instanceof StartRefused) return cause;
  return new StartRefused(sentenceFor(path, cause), { cause });
};

const sentenceFor = (path: string, cause: unknown): string => {
  const cannot = `Demarche cannot keep its data in ${path}`;
  switch (fileFaultOf(cause)) {
    case 'no-room':
      return `${cannot}: its disk is full. Make room on it, then start again, or choose another folder with DEMARCHE_DATA.`;
    case 'no-right':
      return `${cannot}: this account may not write there. Give it the right to, then start again, or choose another folder with DEMARCHE_DATA.`;
    default:
      return `${cannot} (${(cause as Error).message}): choose another folder with DEMARCHE_DATA.`;
  }
};
