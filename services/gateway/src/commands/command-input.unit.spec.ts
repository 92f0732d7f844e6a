import { commandCatalogue } from '@demarche/contracts';
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { commandInput } from '../contract-types/command-input.ts';
import { camelCase, pascalCase } from '../contract-types/type-name.ts';
import { schema } from '../schema.ts';
import { sampleOf } from '../spec-kit/sample-of.ts';

/** A contract's value as a client writes it in JSON: enums by their names, a choice as the one field that is given. */
const asVariable = (type: GraphQLInputType, value: unknown): unknown => {
  const bare = getNullableType(type);
  if (isListType(bare)) return (value as unknown[]).map((item) => asVariable(bare.ofType, item));
  if (isEnumType(bare)) return bare.getValues().find((choice) => choice.value === value)?.name;
  if (!isInputObjectType(bare)) return value;
  const fields = bare.getFields();
  if (bare.isOneOf) {
    const { kind, ...content } = value as { kind: string };
    const name = camelCase(kind);
    return { [name]: asVariable(fields[name]?.type as GraphQLInputType, content) };
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [
      name,
      asVariable(fields[name]?.type as GraphQLInputType, inner),
    ]),
  );
};

const coerced = (inputType: string, input: unknown): unknown => {
  const [operation] = parse(`query ($input: ${inputType}!) { __typename }`).definitions as [OperationDefinitionNode];
  expect(operation.kind).toBe(Kind.OPERATION_DEFINITION);
  const { variableValues, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { input });
  expect(errors).toBeUndefined();
  return variableValues?.coerced['input'];
};

const mutations = schema.getMutationType()?.getFields() ?? {};

test('every command has a mutation, and every mutation is a command', () => {
  expect(Object.keys(mutations).toSorted()).toEqual(Object.keys(commandCatalogue).map(camelCase).toSorted());
});

describe('the input of a mutation reaches the write service as the contract wants it', () => {
  test.each(Object.values(commandCatalogue).map((definition) => [definition.name, definition] as const))(
    '%s',
    (name, { input }) => {
      const argument = mutations[camelCase(name)]?.args.find((arg) => arg.name === 'input');
      const type = argument?.type as GraphQLInputType;
      expect(getNamedType(type).name).toBe(`${pascalCase(name)}Input`);
      const sample = sampleOf(input);
      const received = commandInput(input, coerced(`${pascalCase(name)}Input`, asVariable(type, sample)));
      expect(input.parse(received)).toEqual(input.parse(sample));
    },
  );
});

describe('null', () => {
  const { input } = commandCatalogue['correct-country-report'] as (typeof commandCatalogue)[string];

  test('is left out where the contract knows no null, and kept where it does', () => {
    const given = { reportId: 'XKD-2026', publishedOn: null, tier: { value: 'tier-1', movement: null, waiver: null } };
    expect(commandInput(input, given)).toEqual({ reportId: 'XKD-2026', tier: { value: 'tier-1', movement: null } });
  });
});

test('a choice is the kind that its field names', () => {
  const { input } = commandCatalogue['assess-implementation'] as (typeof commandCatalogue)[string];
  expect(commandInput(input, { basis: { noActionFinding: { finding: 'Nothing was done.' } } })).toEqual({
    basis: { kind: 'no_action_finding', finding: 'Nothing was done.' },
  });
});
