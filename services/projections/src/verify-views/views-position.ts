import { DatabaseSync } from 'node:sqlite';
import type { Position } from '@demarche/contracts';
import { findGenerations } from '../engine/generations.ts';
import { checkpointOf } from '../engine/moments.ts';
import { preparedOnce } from '../engine/view-reader.ts';
import { projectors } from '../projectors.ts';

/** Up to which event the views on the disk have read the record; null where there are none, or they cannot be read. */
export const viewsPosition = (path: string): Position | null => {
  try {
    const positions = findGenerations(path, projectors)
      .filter(({ ready }) => ready)
      .map(({ file }) => positionIn(file));
    return positions.length === 0 ? null : Math.max(...positions);
  } catch {
    return null;
  }
};

const positionIn = (file: string): Position => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return checkpointOf({ prepare: preparedOnce(database) });
  } finally {
    database.close();
  }
};
