import fc from 'fast-check';
import type { z } from 'zod';
import { trickyTexts } from './tricky-text.ts';

/** References of records that exist, of whatever kind: those that fit are preferred to made-up ones. */
export type KnownReferences = readonly string[];

/** Values that a schema of the contracts takes, made from the schema itself. */
export const inputArbitrary = (schema: z.ZodType, known: KnownReferences): fc.Arbitrary<unknown> => {
  switch (schema.def.type) {
    case 'object':
      return ofObject(schema as z.ZodObject, known);
    case 'array':
      return ofArray(schema as z.ZodArray<z.ZodType>, known);
    case 'union':
      return fc.oneof(...(schema as z.ZodUnion<z.ZodType[]>).options.map((option) => inputArbitrary(option, known)));
    case 'nullable':
      return fc.option(inner(schema, known), { freq: 3 });
    case 'optional':
    case 'default':
    case 'prefault':
      return inner(schema, known);
    default:
      return ofPlain(schema, known);
  }
};

const inner = (schema: z.ZodType, known: KnownReferences): fc.Arbitrary<unknown> =>
  inputArbitrary((schema as z.ZodNullable<z.ZodType>).unwrap(), known);

const mayBeLeftOut = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

const ofObject = ({ shape }: z.ZodObject, known: KnownReferences): fc.Arbitrary<unknown> => {
  const fields = Object.entries(shape as Record<string, z.ZodType>);
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, inputArbitrary(field, known)])), {
    requiredKeys: fields.filter(([, field]) => !mayBeLeftOut(field)).map(([name]) => name),
    noNullPrototype: true,
  });
};

const ofArray = (schema: z.ZodArray<z.ZodType>, known: KnownReferences): fc.Arbitrary<unknown> =>
  fc
    .uniqueArray(inputArbitrary(schema.element, known), { maxLength: 4, selector: (entry) => JSON.stringify(entry) })
    .filter((list) => schema.safeParse(list).success);

const ofPlain = (schema: z.ZodType, known: KnownReferences): fc.Arbitrary<unknown> => {
  switch (schema.def.type) {
    case 'enum':
      return fc.constantFrom(...(schema as z.ZodEnum).options);
    case 'literal':
      return fc.constantFrom(...(schema as z.ZodLiteral).values);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return ofNumber(schema as z.ZodNumber);
    case 'string':
      return ofString(schema as z.ZodString, known);
    default:
      throw new Error(`There is no arbitrary for ${schema.def.type}: add one`);
  }
};

const ofNumber = ({ minValue, maxValue }: z.ZodNumber): fc.Arbitrary<number> =>
  fc.integer({ min: minValue ?? undefined, max: maxValue ?? undefined } as fc.IntegerConstraints);

/** Our own identifiers are the only texts that a pattern describes and nothing trims. */
const ofString = (schema: z.ZodString, known: KnownReferences): fc.Arbitrary<string> => {
  const checks = (schema.def.checks ?? []).map((check) => check._zod.def as { check: string; pattern?: RegExp });
  const pattern = checks.find(({ pattern: found }) => found)?.pattern;
  if (schema.format === 'date') return days;
  if (schema.format === 'url') return fc.webUrl({ validSchemes: ['https', 'http'] });
  if (pattern && !checks.some(({ check }) => check === 'overwrite')) return identifiers(schema, pattern, known);
  return texts(schema);
};

const identifiers = (schema: z.ZodString, pattern: RegExp, known: KnownReferences): fc.Arbitrary<string> => {
  const existing = known.filter((reference) => schema.safeParse(reference).success);
  const madeUp = fc.stringMatching(pattern, { maxLength: 100 }).filter((text) => schema.safeParse(text).success);
  return existing.length === 0
    ? madeUp
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...existing) }, { weight: 1, arbitrary: madeUp });
};

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

const days = fc.oneof(
  { weight: 6, arbitrary: fc.date({ min: new Date('2019-01-01'), max: new Date(), noInvalidDate: true }).map(isoDay) },
  {
    weight: 1,
    arbitrary: fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map(isoDay),
  },
  { weight: 1, arbitrary: fc.constantFrom('0000-01-01', '9999-12-31', '2024-02-29', '1970-01-01') },
);

const sentences = [
  'Enact the draft law on trafficking in persons.',
  'The Ministry of Labor said that inspectors had been trained.',
  'Spoke of the action plan and of its budget.',
];

const texts = (schema: z.ZodString): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.constantFrom(...sentences) },
      { weight: 2, arbitrary: fc.constantFrom(...trickyTexts) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }) },
    )
    .filter((text) => schema.safeParse(text).success);
