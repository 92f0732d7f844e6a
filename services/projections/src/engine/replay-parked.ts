import type { ParkedStream, Replay } from '@demarche/contracts';
import type { EventTaker } from './event-taker.ts';
import type { Parking } from './parking.ts';

/**
 * Takes parked events again in order of position, so that streams which wait for one another come free together. A
 * stream that fails again stays parked from there on; the others go on.
 */
export const replayParkedEvents = (parked: Parking, taker: EventTaker, ofView?: string): void => {
  const stillParked = new Set<string>();
  for (const { view, event } of parked.held(ofView)) {
    const stream = `${view} ${event.stream}`;
    if (stillParked.has(stream)) continue;
    if (taker.takeAgain(view, event)) parked.release(view, event);
    else stillParked.add(stream);
  }
};

const heldIn = (streams: readonly ParkedStream[]): number =>
  streams.reduce((held, { waiting }) => held + waiting + 1, 0);

/** What a replay came to, from what was parked before it and after. */
export const replayBetween = (before: readonly ParkedStream[], after: readonly ParkedStream[]): Replay => {
  const isParked = new Set(after.map(({ view, stream }) => `${view} ${stream}`));
  return {
    events: heldIn(before) - heldIn(after),
    freed: before.filter(({ view, stream }) => !isParked.has(`${view} ${stream}`)),
    stayed: [...after],
  };
};
