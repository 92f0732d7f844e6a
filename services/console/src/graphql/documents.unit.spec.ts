import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { commandDocument, commandNames } from './command-document.ts';
import { codesIn, isNamedField, namesIn } from './enum-names.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const schema = buildSchema(readFileSync(here('../../../gateway/schema.graphql'), 'utf8'));

const files = globSync('**/*.{ts,tsx}', { cwd: here('..') }).filter((file) =>
  /export const \w+Document = /.test(readFileSync(here(`../${file}`), 'utf8')),
);

const documents = new Map<string, string>();
for (const file of files) {
  const held = (await import(here(`../${file}`))) as Record<string, unknown>;
  for (const [name, text] of Object.entries(held))
    if (name.endsWith('Document') && typeof text === 'string') documents.set(name, text);
}
for (const name of commandNames) documents.set(name, commandDocument(name));

describe('every document of the console', () => {
  test('is looked at', () => expect(documents.size).toBeGreaterThan(commandNames.length + 10));

  test.each([...documents])('%s is valid against the schema of the gateway', (_name, text) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });
});

/** Forums, markings and timeline kinds are not turned: their codes are the names, or the entry's type tells them. */
const UNTURNED = new Set(['Forum', 'TimelineKind']);

describe('enums', () => {
  test.each([...documents])('%s: every enum answered is turned into the code of the contracts', (_name, text) => {
    const types = new TypeInfo(schema);
    const unturned: string[] = [];
    visit(
      parse(text),
      visitWithTypeInfo(types, {
        [Kind.FIELD](node) {
          const type = getNamedType(types.getType());
          const shown = node.alias?.value ?? node.name.value;
          if (isEnumType(type) && !UNTURNED.has(type.name) && !isNamedField(shown)) unturned.push(shown);
        },
      }),
    );
    expect(unturned).toEqual([]);
  });

  test('every enum of an input is turned into the name of the gateway', () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const unturned = inputs.flatMap((input) =>
      Object.values(input.getFields()).flatMap((field) => {
        const type = getNamedType(field.type);
        return isEnumType(type) && !UNTURNED.has(type.name) && !isNamedField(field.name)
          ? [`${input.name}.${field.name}`]
          : [];
      }),
    );
    expect(unturned).toEqual([]);
  });

  test('there and back a code is itself', () => {
    const said = {
      tier: { value: 'tier-2-watch-list' },
      fbsObjective: '1.1',
      standards: ['4(11)', '2'],
      pillars: ['protection'],
      reason: 'closed_overtaken',
    };
    expect(namesIn(said)).toEqual({
      tier: { value: 'TIER_2_WATCH_LIST' },
      fbsObjective: 'OBJECTIVE_1_1',
      standards: ['STANDARD_4_11', 'STANDARD_2'],
      pillars: ['PROTECTION'],
      reason: 'CLOSED_OVERTAKEN',
    });
    expect(codesIn(namesIn(said))).toEqual(said);
  });

  test('a sentence stays as it was written', () => {
    const said = { reason: 'Recorded in the wrong country', text: 'OPEN', wording: 'open' };
    expect(namesIn(said)).toEqual(said);
    expect(codesIn(said)).toEqual(said);
  });
});
