import type { At } from '@demarche/contracts';
import { checkpointOf, positionAt } from '../engine/moments.ts';
import type { ViewReader as EngineReader } from '../engine/view-reader.ts';
import type { Point } from '../facts/point.ts';

/** The newest moment is looked up alone: together with the oldest, SQLite would read them all. */
const LAST_DAY = `SELECT max(occurred_on, coalesce(date((SELECT max(at) FROM engine_moment) / 1000, 'unixepoch'), '')) AS last FROM horizon`;

/** No day later than this is held of anything: the day of the newest record, or a later one that was named all the same. */
const lastDayHeld = (reader: EngineReader): string => {
  const { last } = reader.prepare(LAST_DAY).get() as { last: string };
  return last;
};

/** Makes a point on two clocks exact. What lies ahead on neither clock is the newest there is. */
export const pointAt = (reader: EngineReader, at: At, today: string): Point => {
  const validTime = at.validTime ?? today;
  const systemPosition = positionAt(reader, at.systemTime);
  const asKnownNow = systemPosition >= checkpointOf(reader);
  return { validTime, systemPosition, asKnownNow, newest: asKnownNow && validTime >= lastDayHeld(reader) };
};
