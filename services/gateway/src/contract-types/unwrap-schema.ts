import type { z } from 'zod';

/** A schema without the wrappers that say whether a value may be null or left out. */
export interface UnwrappedSchema {
  readonly schema: z.ZodType;
  readonly nullable: boolean;
  /** May be left out of an input. */
  readonly optional: boolean;
  /** What stands in for a value left out; undefined where nothing does. */
  readonly fallback: unknown;
}

type Wrapper = z.ZodType & { readonly unwrap: () => z.ZodType; readonly def: { readonly defaultValue?: unknown } };

export const unwrapSchema = (schema: z.ZodType): UnwrappedSchema => {
  switch (schema.def.type) {
    case 'nullable':
      return { ...innerOf(schema), nullable: true };
    case 'optional':
      return { ...innerOf(schema), optional: true };
    case 'default':
    case 'prefault':
      return { ...innerOf(schema), optional: true, fallback: (schema as Wrapper).def.defaultValue };
    default:
      return { schema, nullable: false, optional: false, fallback: undefined };
  }
};

const innerOf = (schema: z.ZodType): UnwrappedSchema => unwrapSchema((schema as Wrapper).unwrap());
