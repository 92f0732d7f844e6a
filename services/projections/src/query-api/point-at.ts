import type { At } from '@demarche/contracts';
import { checkpointOf, positionAt, recordSpan } from '../engine/moments.ts';
import type { ViewReader as EngineReader } from '../engine/view-reader.ts';
import type { Point } from '../facts/point.ts';

/** No day later than this is held of anything: the day of the newest record, or a later one that was named all the same. */
const lastDayHeld = (reader: EngineReader): string => {
  const { occurredOn } = reader.prepare('SELECT occurred_on AS occurredOn FROM horizon').get() as {
    occurredOn: string;
  };
  const recordedOn = recordSpan(reader).recordedAt?.slice(0, 10) ?? '';
  return recordedOn > occurredOn ? recordedOn : occurredOn;
};

/** Makes a point on two clocks exact. What lies ahead on neither clock is the newest there is. */
export const pointAt = (reader: EngineReader, at: At, today: string): Point => {
  const validTime = at.validTime ?? today;
  const systemPosition = positionAt(reader, at.systemTime);
  return {
    validTime,
    systemPosition,
    newest: systemPosition >= checkpointOf(reader) && validTime >= lastDayHeld(reader),
  };
};
