import type { z } from 'zod';
import { kindOf } from './kind-of.ts';
import { camelCase } from './type-name.ts';
import { unwrapSchema } from './unwrap-schema.ts';

/**
 * A GraphQL input as the contract wants it: a null that only means "left out" is left out, and a choice of one field is
 * the kind that the field names. Nothing else is touched or checked; the write service parses it.
 */
export const commandInput = (field: z.ZodType, value: unknown): unknown => {
  const { schema } = unwrapSchema(field);
  if (value === null || value === undefined) return value;
  switch (schema.def.type) {
    case 'array':
      return (value as readonly unknown[]).map((item) => commandInput((schema as z.ZodArray<z.ZodType>).element, item));
    case 'object':
      return objectInput(schema as z.ZodObject, value as Readonly<Record<string, unknown>>);
    case 'union':
      return choiceInput(schema as z.ZodDiscriminatedUnion<z.ZodObject[]>, value);
    default:
      return value;
  }
};

const objectInput = (schema: z.ZodObject, value: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>)
      .filter(([name, field]) => name in value && (value[name] !== null || unwrapSchema(field).nullable))
      .map(([name, field]) => [name, commandInput(field, value[name])]),
  );

const choiceInput = (schema: z.ZodDiscriminatedUnion<z.ZodObject[]>, value: unknown): unknown => {
  if (typeof value !== 'object') return value;
  const options = schema.options as readonly z.ZodObject[];
  const chosen = options.find((option) => camelCase(kindOf(option)) in (value as object));
  if (!chosen) return value;
  const content = (value as Readonly<Record<string, object>>)[camelCase(kindOf(chosen))] ?? {};
  return { kind: kindOf(chosen), ...objectInput(chosen, content as Readonly<Record<string, unknown>>) };
};
