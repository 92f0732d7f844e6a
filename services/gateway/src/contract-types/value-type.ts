import type { ObjectRef } from '@pothos/core';
import type { z } from 'zod';
import type { GatewayTypes } from '../builder.ts';
import { outputType } from './output-type.ts';

/** The type of a value object, to hang a link on. `path` leads from a record's schema to it, as fields do. */
export const valueType = <Value>(schema: z.ZodType<Value>, owner: string, field: string) => {
  const { type } = outputType(schema, owner, field);
  return (Array.isArray(type) ? type[0] : type) as unknown as ObjectRef<
    PothosSchemaTypes.ExtendDefaultTypes<GatewayTypes>,
    Value
  >;
};
