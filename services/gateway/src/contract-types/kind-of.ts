import type { z } from 'zod';

/** The kind that tells a member of a discriminated union from the others. */
export const kindOf = (member: z.ZodObject): string => String((member.shape['kind'] as z.ZodLiteral).value);
