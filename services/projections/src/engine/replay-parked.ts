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
