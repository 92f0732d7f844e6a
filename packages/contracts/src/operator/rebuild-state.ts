import { z } from 'zod';
import { Position } from '../values/time.ts';

/** How a rebuild of the views does, or how the last one since the start ended. */
export const RebuildState = z.object({
  /** Counts the rebuilds since the start, so that whoever waits for one is not told of another. */
  number: z.number().int(),
  /** The view that is built anew; null where all are. */
  view: z.string().nullable(),
  /** `done`: the new views answer. `stopped`: the process stopped; the next start goes on. */
  state: z.enum(['running', 'done', 'cancelled', 'failed', 'stopped']),
  done: Position,
  target: Position,
  /** Null until enough was done to tell. */
  eventsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Why it failed, as the error said it. */
  reason: z.string().nullable(),
});
export type RebuildState = z.infer<typeof RebuildState>;
