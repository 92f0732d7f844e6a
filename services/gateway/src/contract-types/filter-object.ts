import type { z } from 'zod';
import { inputObject } from './input-type.ts';
import { unwrapSchema } from './unwrap-schema.ts';

/** The input of a question's filter, without the fields that the place where it is asked already decides. */
export const filterObject = (filter: z.ZodType, name: string) =>
  inputObject(unwrapSchema(filter).schema as z.ZodObject, name);

/** GraphQL lets a client write null for what it leaves out; a question only knows what is given. */
export const givenOnly = <Filter>(filter: Filter | null | undefined): Filter & object =>
  Object.fromEntries(
    Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined),
  ) as Filter & object;
