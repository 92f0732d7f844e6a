import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IsoDate } from '@demarche/contracts';
import { z } from 'zod';
import { writeWhole } from '../data-folder/durable-files.ts';
import { DEMONSTRATION } from '../data-folder/finish-restore.ts';

/** `filling`: it was begun and not ended. The day is the one that the made-up past leads up to. */
const Mark = z.object({ note: z.string(), state: z.enum(['filling', 'filled']), day: IsoDate });
export type DemonstrationMark = Omit<z.infer<typeof Mark>, 'note'>;

const fileIn = (folder: string): string => join(folder, DEMONSTRATION);

/** What stands beside the data: that it is made up, so that every page says so for as long as the data is there. */
export const readDemonstrationMark = (folder: string): DemonstrationMark | null => {
  try {
    return Mark.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

export const writeDemonstrationMark = (folder: string, mark: DemonstrationMark): void =>
  writeWhole(
    fileIn(folder),
    `${JSON.stringify({ note: 'Everything in this folder is made up.', ...mark }, null, 2)}\n`,
  );
