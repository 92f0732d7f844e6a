import type { z } from 'zod';
import { explainFault } from './explain-fault.ts';

/** Parses what came from outside. Its faults are worded for whoever sent it: hand them to `malformed`. */
export const parseInput = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.ZodSafeParseResult<z.output<Schema>> => schema.safeParse(input, { error: explainFault });
