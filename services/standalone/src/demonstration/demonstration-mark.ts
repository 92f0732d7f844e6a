import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemonstrationState } from './demonstration-wanted.ts';

export interface DemonstrationMark {
  read(): DemonstrationState;
  write(state: 'filling' | 'filled'): void;
}

/** Remembers beside the data that it is made up, so that every page says so for as long as the data is there. */
export const demonstrationMark = (folder: string): DemonstrationMark => {
  const file = join(folder, 'demonstration.txt');
  return {
    read() {
      try {
        return readFileSync(file, 'utf8').startsWith('filled') ? 'filled' : 'filling';
      } catch {
        return 'none';
      }
    },
    write: (state) => writeFileSync(file, `${state}: everything in this folder is made up\n`),
  };
};
