import type { z } from 'zod';
import { type ContractScalar, scalarOf } from '../contract-types/scalars.ts';

const scalars: Readonly<Record<ContractScalar, string | number>> = {
  ActionId: 'ACT-7F3K-2Q9X',
  CommitmentId: 'ENG-7F3K-2Q9X-P1',
  CountryCode: 'XKD',
  Date: '2026-09-09',
  DateTime: '2026-09-09T08:30:00.000Z',
  EngagementId: 'ENG-7F3K-2Q9X',
  EntryId: 'XKD-2026-01-A1',
  FollowUpId: 'ENG-7F3K-2Q9X-F1',
  InstrumentId: 'UNGA-A-RES-72-1',
  Position: 7,
  RecommendationReference: 'XKD-2026-01',
  ReportId: 'XKD-2026',
  RewordingId: 'XKD-2026-W1',
  SystemTime: 7,
};

/** The plainest value that a schema of the contracts takes: the first choice, one of each list, nothing null that can be given. */
export const sampleOf = (schema: z.ZodType): unknown => {
  const scalar = scalarOf(schema);
  return scalar ? scalars[scalar] : sampleByType(schema);
};

const sampleByType = (schema: z.ZodType): unknown => {
  switch (schema.def.type) {
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
      return sampleOf((schema as z.ZodNullable<z.ZodType>).unwrap());
    case 'array':
      return [sampleOf((schema as z.ZodArray<z.ZodType>).element)];
    case 'object':
      return objectOf((schema as z.ZodObject).shape);
    case 'union':
      return sampleOf((schema as z.ZodUnion<z.ZodType[]>).options[0] as z.ZodType);
    case 'record':
      return Object.fromEntries((schema as z.ZodRecord<z.ZodEnum, z.ZodType>).keyType.options.map((code) => [code, 1]));
    default:
      return plainSample(schema);
  }
};

const objectOf = (shape: Readonly<Record<string, z.ZodType>>): object =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, sampleOf(field)]));

const plainSample = (schema: z.ZodType): unknown => {
  if (schema.def.type === 'enum') return (schema as z.ZodEnum).options[0];
  if (schema.def.type === 'literal') return (schema as z.ZodLiteral).value;
  if (schema.def.type === 'boolean') return true;
  if (schema.def.type === 'number') return [2026, 1].find((number) => schema.safeParse(number).success);
  return ['a'.repeat(64), 'https://example.org/', 'words', 'some.officer'].find(
    (text) => schema.safeParse(text).success,
  );
};
