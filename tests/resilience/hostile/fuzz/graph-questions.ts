import { readFileSync } from 'node:fs';
import * as contracts from '@demarche/contracts';
import fc from 'fast-check';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { z } from 'zod';
import { inputArbitrary, type KnownReferences } from './input-arbitrary.ts';
import { disguised, trickyTexts } from './tricky-text.ts';

const file = new URL('../../../../services/gateway/schema.graphql', import.meta.url);

export interface GraphQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Every question of the schema, with arguments of every sort; made from the schema itself. */
export const graphQuestions = (known: KnownReferences): fc.Arbitrary<GraphQuestion> => {
  const schema = buildSchema(readFileSync(file, 'utf8'));
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fc.oneof(
    ...fields.map(({ name, args, type }) =>
      fc.record(Object.fromEntries(args.map((arg) => [arg.name, valuesOf(arg, known)]))).map((variables) => ({
        query: documentOf(
          name,
          args,
          isLeafType(getNamedType(type)) ? '' : selectionOf(schema, getNamedType(type).name),
        ),
        variables: Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)),
      })),
    ),
  );
};

const documentOf = (name: string, args: readonly GraphQLArgument[], selection: string): string => {
  const defined = args.map((arg) => `$${arg.name}: ${arg.type}`);
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`);
  return `query${defined.length > 0 ? `(${defined.join(', ')})` : ''} { ${name}${passed.length > 0 ? `(${passed.join(', ')})` : ''} ${selection} }`;
};

/** What a page would ask for at least: plain fields, and those of a page's nodes. */
const selectionOf = (schema: GraphQLSchema, name: string, depth = 0): string => {
  const type = schema.getType(name);
  if (!isObjectType(type)) return '{ __typename }';
  const { nodes, ...fields } = type.getFields();
  const plain = Object.values(fields).filter((field) => isLeafType(getNamedType(field.type)));
  const inner = nodes && depth === 0 ? [`nodes ${selectionOf(schema, getNamedType(nodes.type).name, 1)}`] : [];
  return `{ __typename ${[...plain.slice(0, 12).map((field) => field.name), ...inner].join(' ')} }`;
};

const valuesOf = (arg: GraphQLArgument, known: KnownReferences): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 40, arbitrary: inputOf(arg.type, known) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );

/** Most of what may be left out is: a question with a dozen wishes has a fault in one of them nearly always. */
const inputOf = (type: GraphQLInputType, known: KnownReferences): fc.Arbitrary<unknown> => {
  if (isNonNullType(type)) return given(type.ofType as GraphQLInputType, known);
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(undefined, null) },
    { weight: 3, arbitrary: given(type, known) },
  );
};

const given = (type: GraphQLInputType, known: KnownReferences): fc.Arbitrary<unknown> => {
  if (isListType(type))
    return fc.array(given(getNullableType(type.ofType as GraphQLInputType), known), { maxLength: 5 });
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return fc.record(Object.fromEntries(fields.map((field) => [field.name, inputOf(field.type, known)])));
  }
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  return scalar(String(type), known);
};

const schemas = contracts as unknown as Readonly<Record<string, z.ZodType | undefined>>;

/** The scalars of the graph are named after the contracts that say how they look. */
const scalar = (name: string, known: KnownReferences): fc.Arbitrary<unknown> => {
  if (name === 'Int') return fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 200 }) }, fc.integer());
  if (name === 'Position') return fc.oneof({ weight: 30, arbitrary: fc.nat({ max: 4_000 }) }, fc.maxSafeInteger());
  if (name === 'Boolean') return fc.boolean();
  const schema = schemas[name === 'Date' || name === 'SystemTime' ? 'IsoDate' : name];
  const fitting = schema ? inputArbitrary(schema, known) : fc.constantFrom(...known, 'draft law');
  const tricky = fc.oneof(
    fc.constantFrom(...known).chain(disguised),
    fc.constantFrom(...trickyTexts),
    fc.string({ unit: 'binary' }),
  );
  return fc.oneof({ weight: 6, arbitrary: fitting }, { weight: 1, arbitrary: tricky });
};
