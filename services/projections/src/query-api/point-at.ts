import type { At } from '@demarche/contracts';
import { checkpointOf, positionAt } from '../engine/moments.ts';
import type { ViewReader as EngineReader } from '../engine/view-reader.ts';
import type { Point } from '../facts/point.ts';

/** Makes a point on two clocks exact. What lies ahead on neither clock is the newest there is. */
export const pointAt = (reader: EngineReader, at: At, today: string): Point => {
  const validTime = at.validTime ?? today;
  const systemPosition = positionAt(reader, at.systemTime);
  const { occurredOn } = reader.prepare('SELECT occurred_on AS occurredOn FROM horizon').get() as {
    occurredOn: string;
  };
  return { validTime, systemPosition, newest: systemPosition >= checkpointOf(reader) && validTime >= occurredOn };
};
