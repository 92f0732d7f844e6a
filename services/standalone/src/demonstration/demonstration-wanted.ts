import { StartRefused } from '../data-folder/start-refused.ts';
import type { DemonstrationMark } from './demonstration-mark.ts';

export type DemonstrationSetting = 'yes' | 'no' | 'default';

/**
 * Whether the demonstration is to be put in. `default` fills an empty store on the first start; what was begun is ended.
 * @throws StartRefused where it was asked for and a record of one's own is there: the two are never mixed.
 */
export const demonstrationWanted = (
  setting: DemonstrationSetting,
  state: DemonstrationMark['state'] | undefined,
  storeIsEmpty: boolean,
): boolean => {
  if (state !== undefined) return state === 'filling';
  if (setting === 'yes' && !storeIsEmpty) {
    throw new StartRefused(
      'DEMARCHE_DEMO=yes puts demonstration data into an empty store only, and this one holds a record of its own. Choose another folder with DEMARCHE_DATA.',
    );
  }
  return setting !== 'no' && storeIsEmpty;
};
