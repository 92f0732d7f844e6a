import { z } from 'zod';
import { ParkedStream } from '../queries/projection-status.ts';

/** What came of offering parked events to the views again. */
export const Replay = z.object({
  /** Events that were held back and are taken now. */
  events: z.number().int(),
  /** The streams that are up to date again, as they were parked before. */
  freed: z.array(ParkedStream),
  /** The streams that are parked still, each at the event at which it is parked now, and why. */
  stayed: z.array(ParkedStream),
});
export type Replay = z.infer<typeof Replay>;
