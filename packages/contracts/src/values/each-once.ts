import { z } from 'zod';

/** A list that names each at most once. */
export const eachOnce = <Schema extends z.ZodType<string>>(element: Schema) =>
  z.array(element).refine((list) => new Set<string>(list).size === list.length, 'must not name the same one twice');
