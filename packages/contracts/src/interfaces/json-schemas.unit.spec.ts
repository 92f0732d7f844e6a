import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandCatalogue, commandDefinition } from '../catalogue/command-catalogue.ts';
import { eventCatalogue } from '../catalogue/event-catalogue.ts';
import { CountryCode, eachOnce, IsoDate } from '../values/index.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { pillars } from '../vocabularies/index.ts';
import { commandExamples, exampleOf } from './examples/command-examples.ts';
import { eventExampleOf } from './examples/event-examples.ts';
import { jsonSchemas } from './json-schemas.ts';
import { namedSchemas } from './named-schemas.ts';

const Visit = z.strictObject({
  on: IsoDate,
  countries: eachOnce(CountryCode).min(1).max(3),
  pillar: vocabulary(pillars).default('protection'),
  people: z.number().int(),
});
const sent = { target: 'draft-2020-12', io: 'input' } as const;

describe('a contract as JSON Schema', () => {
  test('names what it is made of, and brings only that', () => {
    const schemas = jsonSchemas({ Visit: [Visit, 'A visit.'] }, sent);
    expect(Object.keys(schemas)).toEqual(['CountryCode', 'IsoDate', 'Visit']);
    expect(schemas['Visit']).toEqual({
      type: 'object',
      description: 'A visit.',
      properties: {
        on: { $ref: '#/components/schemas/IsoDate' },
        countries: {
          type: 'array',
          items: { $ref: '#/components/schemas/CountryCode' },
          minItems: 1,
          maxItems: 3,
          uniqueItems: true,
        },
        pillar: {
          type: 'string',
          enum: ['prosecution', 'protection', 'prevention', 'partnerships'],
          default: 'protection',
          description:
            '`prosecution`: Prosecution; `protection`: Protection; `prevention`: Prevention; `partnerships`: Partnerships',
        },
        people: { type: 'integer' },
      },
      required: ['on', 'countries', 'people'],
      additionalProperties: false,
    });
    expect(schemas['IsoDate']).toEqual({ type: 'string', format: 'date', description: expect.any(String) });
  });

  test('of what is received, promises what has a default, and leaves room for what a later release adds', () => {
    const { Answer } = jsonSchemas(
      { Answer: [z.strictObject({ pillar: vocabulary(pillars).default('protection') }), 'An answer.'] },
      { target: 'draft-07', io: 'output' },
    );
    expect(Answer).toMatchObject({ required: ['pillar'] });
    expect(Answer).not.toHaveProperty('additionalProperties');
  });

  test('says of everything that has a name what it means', () => {
    for (const [, description] of Object.values(namedSchemas)) expect(description).toMatch(/^(?:[A-Z]|ISO).*\.$/);
  });
});

describe('examples', () => {
  test.each(Object.values(commandCatalogue))('$name has one that its contract takes', ({ name, input }) => {
    expect(input.safeParse(exampleOf(name).input).error).toBeUndefined();
  });

  test('there is one of each command, and none of any other', () => {
    expect(commandExamples.map(({ command }) => command).toSorted()).toEqual(Object.keys(commandCatalogue).toSorted());
    expect(commandExamples.every(({ command }) => commandDefinition(command) !== undefined)).toBe(true);
  });

  test('are about countries that do not exist', () => {
    const countries = JSON.stringify(commandExamples).match(/"[A-Z]{3}(?=["-])/g) ?? [];
    expect(countries.filter((code) => !/^"(X[A-Z]{2}|ACT|ENG)$/.test(code))).toEqual([]);
    expect(countries.length).toBeGreaterThan(20);
  });

  test.each(Object.values(eventCatalogue))('$type has one for every version that was released', ({ type, version }) => {
    for (let released = 1; released <= version; released += 1)
      expect(eventExampleOf(type, released)).toBeTypeOf('object');
    expect(() => eventExampleOf(type, version + 1)).toThrow(`${type} version ${version + 1} has no example`);
  });

  test('a command without one is named', () => {
    expect(() => exampleOf('sign-treaty')).toThrow('sign-treaty has no example');
  });
});
