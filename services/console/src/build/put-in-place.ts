import { renameSync, rmSync } from 'node:fs';

/** Other builds may end at the same moment; more than this many in a row do not. */
const MOST_ATTEMPTS = 5;

/** Puts a folder in the place of another by renaming: whoever reads `place` finds the whole of one or of the other. */
export const putInPlace = (built: string, place: string, attempt = 1): void => {
  const former = `${built}-former`;
  rmSync(former, { recursive: true, force: true });
  moveAway(place, former);
  try {
    renameSync(built, place);
  } catch (error) {
    if (attempt === MOST_ATTEMPTS) throw error;
    return putInPlace(built, place, attempt + 1);
  }
  rmSync(former, { recursive: true, force: true });
};

const moveAway = (place: string, former: string): void => {
  try {
    renameSync(place, former);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
};
