import { z } from 'zod';

/** A refusal or a fault over HTTP, RFC 9457. `code` is ours: stable, and the same in the log, the GraphQL error and the tests. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  code: z.string(),
  correlationId: z.string().optional(),
  /** With `malformed`: every faulty field, by its path, with what to do. */
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  /** With `stale`: the revision that the subject has now. */
  currentRevision: z.number().int().optional(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;
