import { fileFaultOf } from '../data-folder/file-fault.ts';
import { StartRefused } from '../data-folder/start-refused.ts';
import { KeepingRefused } from './keeping-refused.ts';

/** What went wrong with a folder or a file, as a sentence for whoever asked. What is no such thing is thrown as it is. */
export const keepingRefusal = (error: unknown, path: string): unknown => {
  if (error instanceof KeepingRefused) return error;
  const { name, message, cause } = error as Error;
  if (error instanceof StartRefused || name === 'StoreRefused') {
    const fault = fileFaultOf(cause ?? {}) === 'damaged' ? 'unsound' : 'unsuitable';
    return new KeepingRefused(fault, message, { cause: error });
  }
  return ofFile(error, path);
};

const ofFile = (cause: unknown, path: string): unknown => {
  const refused = (sentence: string) => new KeepingRefused('unsuitable', sentence, { cause });
  switch (fileFaultOf(cause)) {
    case 'no-room':
      return refused(
        `The disk has no room for ${path}. Nothing was left there. Make room on it, or name another disk.`,
      );
    case 'no-right':
      return refused(`This account may not write ${path}. Give it the right to, or name another folder.`);
    case 'disk-root':
      return refused(`${path} is the root of a disk. Name a folder on it.`);
    case 'damaged':
      return new KeepingRefused('unsound', `${path} is damaged: ${(cause as Error).message}.`, { cause });
    case 'other':
      return refused(`${path} cannot be used: ${(cause as Error).message}`);
    case 'none':
      return cause;
  }
};
