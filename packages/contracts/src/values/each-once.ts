import { z } from 'zod';

export const namesEachOnce = (list: readonly string[]): boolean => new Set(list).size === list.length;

/** A list that names each at most once. */
export const eachOnce = <Schema extends z.ZodType<string>>(element: Schema) =>
  z.array(element).refine(namesEachOnce, 'must not name the same one twice');
