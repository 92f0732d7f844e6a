import type { FieldMap } from '@pothos/core';
import type { z } from 'zod';
import type { GatewayTypes } from '../builder.ts';
import { outputType } from './output-type.ts';

export interface ContractFieldsOptions {
  /** The GraphQL type that holds the fields. */
  readonly owner: string;
  /** Fields that are written by hand instead, or left out. */
  readonly except?: readonly string[];
  /** Fields that are called otherwise in GraphQL. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Fields that may be null although the contract never makes them so. */
  readonly nullable?: readonly string[];
  /** What a field means, where its name does not say it. */
  readonly docs?: Readonly<Record<string, string>>;
}

type FieldBuilder = PothosSchemaTypes.ObjectFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<GatewayTypes>, object>;

/**
 * One GraphQL field for each field of a contract's schema, of the type that mirrors it. The contracts are the single
 * source of what a record holds; only links between records are written by hand.
 */
export const contractFields = (t: unknown, schema: z.ZodObject, options: ContractFieldsOptions): FieldMap => {
  const { owner, except = [], rename = {}, nullable = [], docs = {} } = options;
  const fields = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).filter(
    ([name, field]) => !except.includes(name) && field.def.type !== 'literal',
  );
  return Object.fromEntries(
    fields.map(([name, field]) => {
      const output = outputType(field, owner, name);
      const description = docs[name];
      return [
        rename[name] ?? name,
        (t as FieldBuilder).field({
          type: output.type as 'String',
          nullable: output.nullable || nullable.includes(name),
          ...(description === undefined ? {} : { description }),
          resolve: (parent) => (parent as Readonly<Record<string, unknown>>)[name] as never,
        }),
      ];
    }),
  );
};
