import {
  AssessmentBasis,
  Evidence,
  FollowUpRequest,
  ForumCommitmentRequest,
  ImportAmendment,
  Participant,
  PromiseRequest,
  RaisedRequest,
  ReportSource,
  TierPlacement,
} from '@demarche/contracts';
import type { InputFieldMap, InputRef } from '@pothos/core';
import type { z } from 'zod';
import { builder, type GatewayTypes } from '../builder.ts';
import { enumOf } from './enums.ts';
import { kindOf } from './kind-of.ts';
import { scalarOf } from './scalars.ts';
import { camelCase, pascalCase, singular } from './type-name.ts';
import { unwrapSchema } from './unwrap-schema.ts';

type Named = InputRef<unknown> | 'String' | 'Int' | 'Boolean';
type FieldBuilder = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<GatewayTypes>,
  'InputObject'
>;

/** Names of the inputs that several commands hold; any other is named after the input and field that hold it. */
const names = new Map<z.ZodType, string>([
  [AssessmentBasis, 'AssessmentBasisInput'],
  [Evidence, 'EvidenceInput'],
  [FollowUpRequest, 'FollowUpInput'],
  [ForumCommitmentRequest, 'ForumCommitmentInput'],
  [ImportAmendment, 'ImportAmendmentInput'],
  [Participant, 'ParticipantInput'],
  [PromiseRequest, 'PromiseInput'],
  [RaisedRequest, 'RaisedInput'],
  [ReportSource, 'ReportSourceInput'],
  [TierPlacement, 'TierPlacementInput'],
]);

const made = new Map<z.ZodType, Named>();

/** The input object of a contract's schema. Its name ends in `Input` or `Filter`. */
export const inputObject = (schema: z.ZodObject, name: string): InputRef<unknown> => {
  const known = made.get(schema);
  if (known) return known as InputRef<unknown>;
  const type = builder.inputRef<object>(name).implement({ fields: (t) => inputFields(t, schema, name) });
  made.set(schema, type);
  return type;
};

const inputFields = (t: unknown, schema: z.ZodObject, owner: string): InputFieldMap =>
  Object.fromEntries(
    Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>)
      .filter(([, field]) => field.def.type !== 'literal')
      .map(([name, field]) => [name, inputField(t as FieldBuilder, field, owner, name)]),
  );

const inputField = (t: FieldBuilder, field: z.ZodType, owner: string, name: string) => {
  const { schema, nullable, optional, fallback } = unwrapSchema(field);
  const shown = optional && !nullable && isShown(fallback) ? { defaultValue: fallback as never } : {};
  return t.field({
    type: inputTypeOf(schema, owner, name) as 'String',
    required: !nullable && (!optional || 'defaultValue' in shown),
    ...shown,
  });
};

/** Only a default that says something stands in the schema: a choice or an empty list. */
const isShown = (fallback: unknown): boolean =>
  typeof fallback === 'string' || typeof fallback === 'boolean' || Array.isArray(fallback);

const inputTypeOf = (schema: z.ZodType, owner: string, name: string): Named | [Named] => {
  const stem = owner.replace(/(Input|Filter)$/, '');
  if (schema.def.type !== 'array') return namedInput(schema, `${stem}${pascalCase(name)}Input`);
  return [namedInput((schema as z.ZodArray<z.ZodType>).element, `${stem}${pascalCase(singular(name))}Input`)];
};

const namedInput = (schema: z.ZodType, fallbackName: string): Named => {
  const scalar = scalarOf(schema);
  if (scalar) return scalar as unknown as Named;
  const name = names.get(schema) ?? fallbackName;
  switch (schema.def.type) {
    case 'string':
      return 'String';
    case 'number':
      return 'Int';
    case 'boolean':
      return 'Boolean';
    case 'enum':
      return enumOf((schema as z.ZodEnum).options.map(String)) as InputRef<unknown>;
    case 'object':
      return inputObject(schema as z.ZodObject, name);
    case 'union':
      return choiceObject(schema as z.ZodDiscriminatedUnion<z.ZodObject[]>, name);
    default:
      throw new Error(`${name}: a ${schema.def.type} has no GraphQL input type`);
  }
};

/** One of several kinds: an input of which exactly one field is given, named by the kind. */
const choiceObject = (schema: z.ZodDiscriminatedUnion<z.ZodObject[]>, name: string): Named => {
  const known = made.get(schema);
  if (known) return known;
  const type = builder.inputRef<object>(name).implement({
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        (schema.options as z.ZodObject[]).map((option) => [
          camelCase(kindOf(option)),
          t.field({ type: inputObject(option, `${pascalCase(kindOf(option))}Input`) as never }),
        ]),
      ) as never,
  });
  made.set(schema, type as never);
  return type as never;
};
