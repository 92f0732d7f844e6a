import {
  AssessmentBasis,
  Attention,
  DueItem,
  Evidence,
  Officer,
  ParkedStream,
  Participant,
  ReportSource,
  Rewording,
  StatusCounts,
  TierInYear,
  TierPlacement,
  Wording,
} from '@demarche/contracts';
import type { OutputRef } from '@pothos/core';
import type { z } from 'zod';
import { builder } from '../builder.ts';
import { contractFields } from './contract-fields.ts';
import { enumOf } from './enums.ts';
import { kindOf } from './kind-of.ts';
import { recordTypeOf } from './record-types.ts';
import { scalarOf } from './scalars.ts';
import { camelCase, pascalCase, singular } from './type-name.ts';
import { unwrapSchema } from './unwrap-schema.ts';

type Named = OutputRef<unknown> | 'String' | 'Int' | 'Boolean';

export interface OutputType {
  /** The type, or a list of it; what is in a list is never null. */
  readonly type: Named | [Named];
  readonly nullable: boolean;
}

/** Names of the value objects that several records hold; any other is named after the record and field that hold it. */
const names = new Map<z.ZodType, string>([
  [AssessmentBasis, 'AssessmentBasis'],
  [Attention, 'Attention'],
  [DueItem, 'DueItem'],
  [Evidence, 'Evidence'],
  [Officer, 'Officer'],
  [ParkedStream, 'ParkedStream'],
  [Participant, 'Participant'],
  [ReportSource, 'ReportSource'],
  [Rewording, 'Rewording'],
  [StatusCounts, 'ImplementationStatusCounts'],
  [TierInYear, 'TierInYear'],
  [TierPlacement, 'TierPlacement'],
  [Wording, 'Wording'],
]);

const made = new Map<z.ZodType, Named>();

/** The GraphQL type of a field of the contracts. `owner` and `field` name it where it has no name of its own. */
export const outputType = (field: z.ZodType, owner: string, name: string): OutputType => {
  const { schema, nullable, optional, fallback } = unwrapSchema(field);
  const absent = nullable || (optional && fallback === undefined);
  if (schema.def.type !== 'array') {
    return { type: namedType(schema, `${owner}${pascalCase(name)}`), nullable: absent };
  }
  const element = (schema as z.ZodArray<z.ZodType>).element;
  return { type: [namedType(element, `${owner}${pascalCase(singular(name))}`)], nullable: absent };
};

const namedType = (schema: z.ZodType, fallbackName: string): Named => {
  const known = scalarOf(schema) ?? recordTypeOf(schema) ?? made.get(schema);
  if (known) return known as Named;
  const type = makeType(schema, names.get(schema) ?? fallbackName);
  if (isComposite(schema)) made.set(schema, type);
  return type;
};

const isComposite = ({ def }: z.ZodType): boolean => ['object', 'record', 'union'].includes(def.type);

const makeType = (schema: z.ZodType, name: string): Named => {
  switch (schema.def.type) {
    case 'string':
      return 'String';
    case 'number':
      return 'Int';
    case 'boolean':
      return 'Boolean';
    case 'enum':
      return enumOf((schema as z.ZodEnum).options.map(String));
    case 'object':
      return objectType(schema as z.ZodObject, name);
    case 'record':
      return countsType(schema as z.ZodRecord<z.ZodEnum, z.ZodType>, name);
    case 'union':
      return unionType(schema as z.ZodDiscriminatedUnion<z.ZodObject[]>, name);
    default:
      throw new Error(`${name}: a ${schema.def.type} has no GraphQL type`);
  }
};

/** Fields called `id` are kept for Nodes: what a value object calls its id is renamed here. */
const renamedIds: Readonly<Record<string, string>> = { Officer: 'officerId', DueItem: 'recordId' };

const objectType = (schema: z.ZodObject, name: string): OutputRef<unknown> => {
  const renamed = renamedIds[name];
  return builder.objectRef<object>(name).implement({
    fields: (t) => contractFields(t, schema, { owner: name, ...(renamed ? { rename: { id: renamed } } : {}) }),
  });
};

/** A count for each code of a vocabulary, as one field each. */
const countsType = (schema: z.ZodRecord<z.ZodEnum, z.ZodType>, name: string): OutputRef<unknown> =>
  builder.objectRef<Readonly<Record<string, number>>>(name).implement({
    fields: (t) =>
      Object.fromEntries(
        schema.keyType.options.map((code) => [
          camelCase(String(code)),
          t.int({ resolve: (counts) => counts[String(code)] ?? 0 }),
        ]),
      ),
  });

/** `kind` tells the members apart and gives them their names. */
const unionType = (schema: z.ZodDiscriminatedUnion<z.ZodObject[]>, name: string): OutputRef<unknown> => {
  const types = (schema.options as z.ZodObject[]).map(
    (member) => [kindOf(member), objectType(member, pascalCase(kindOf(member)))] as const,
  );
  const byKind = new Map(types);
  return builder.unionType(name, {
    types: types.map(([, type]) => type) as never,
    resolveType: (value) => byKind.get((value as { kind: string }).kind) as never,
  }) as OutputRef<unknown>;
};
