import { z } from 'zod';
import { At, IsoDate, Position } from '../values/time.ts';

/** One call to the projections: several questions at the same point, answered from one consistent state of the views. */
export const QueryBatch = z.strictObject({
  at: At.prefault({}),
  /** Waits up to a second until the views have taken this position. */
  minPosition: Position.optional(),
  questions: z
    .array(z.strictObject({ query: z.string(), arguments: z.unknown() }))
    .min(1)
    .max(50),
});
export type QueryBatch = z.infer<typeof QueryBatch>;

/** The point that was answered for, both clocks made exact. */
export const AnsweredAt = z.object({
  validTime: IsoDate,
  /** The position that stands for the system time asked. */
  systemPosition: Position,
  /** How far the views had come. */
  position: Position,
  /** True where `minPosition` was not reached in time. */
  behind: z.boolean(),
});
export type AnsweredAt = z.infer<typeof AnsweredAt>;

export const QueryBatchAnswer = z.object({ at: AnsweredAt, results: z.array(z.unknown()) });
export type QueryBatchAnswer = z.infer<typeof QueryBatchAnswer>;
