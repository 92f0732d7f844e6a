import { z } from 'zod';
import { Position } from '../values/time.ts';

/** What a write service answers once the events are durable. */
export const CommandAnswer = z.object({
  /** What the command was about, by its reference: `KEN-2024-03`, `ENG-7F3K-2Q9X`. */
  subject: z.string(),
  /** Where the subject is to be read: the path of its page in the console. */
  location: z.string(),
  /** Revision of the subject's stream, for `If-Match`. */
  revision: z.number().int().min(-1),
  /** Ask with this as `minPosition` to see your own write. */
  position: Position,
  /** False where the command asked for what already held and nothing was recorded. */
  recorded: z.boolean(),
  /** True where this key was used before for the same command: this is the answer of then. */
  repeated: z.boolean(),
  events: z.array(z.object({ eventId: z.string(), type: z.string(), entry: z.string().nullable() })),
});
export type CommandAnswer = z.infer<typeof CommandAnswer>;
