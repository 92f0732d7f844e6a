import {
  ActionId,
  At,
  CommitmentId,
  CountryCode,
  EngagementId,
  EntryId,
  FollowUpId,
  InstrumentId,
  IsoDate,
  IsoInstant,
  Position,
  RecommendationReference,
  ReportId,
  RewordingId,
} from '@demarche/contracts';
import { GraphQLError, Kind, type ValueNode } from 'graphql';
import type { z } from 'zod';
import { builder, type GatewayTypes } from '../builder.ts';
import { unwrapSchema } from './unwrap-schema.ts';

export type ContractScalar = Exclude<keyof GatewayTypes['Scalars'], 'ID'>;

const texts: ReadonlyArray<readonly [name: ContractScalar, schema: z.ZodType, meaning: string]> = [
  ['Date', IsoDate, 'A day in the world: `2026-09-09`.'],
  ['DateTime', IsoInstant, 'A moment of record in UTC with milliseconds: `2026-09-09T08:30:00.000Z`.'],
  ['CountryCode', CountryCode, 'ISO 3166-1 alpha-3, user-assigned codes included: `KEN`.'],
  ['ReportId', ReportId, 'One country’s report of one year: `KEN-2024`.'],
  ['RecommendationReference', RecommendationReference, 'Country, report year, place in the report: `KEN-2024-03`.'],
  ['EntryId', EntryId, 'A response, assessment or closure on a recommendation’s record: `KEN-2024-03-A1`.'],
  ['RewordingId', RewordingId, 'A differing text received for a published report: `KEN-2024-W1`.'],
  ['ActionId', ActionId, 'A concrete action: `ACT-7F3K-2Q9X`.'],
  ['EngagementId', EngagementId, 'An engagement: `ENG-7F3K-2Q9X`.'],
  ['FollowUpId', FollowUpId, 'A follow-up, numbered within its engagement: `ENG-7F3K-2Q9X-F1`.'],
  ['InstrumentId', InstrumentId, 'A forum’s text, by forum and document symbol: `UNGA-A-RES-72-1`.'],
  ['CommitmentId', CommitmentId, 'A promise (`ENG-7F3K-2Q9X-P1`) or a forum commitment (`UNGA-A-RES-72-1-C04`).'],
];

const systemTime = unwrapSchema(At.shape.systemTime).schema;

const names = new Map<z.ZodType, ContractScalar>([
  ...texts.map(([name, schema]) => [schema, name] as const),
  [Position, 'Position'],
  [systemTime, 'SystemTime'],
]);

/** The scalar that stands for a schema of the contracts, if one does. */
export const scalarOf = (schema: z.ZodType): ContractScalar | undefined => names.get(schema);

const literal = (node: ValueNode): unknown => {
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT ? Number(node.value) : undefined;
};

/**
 * Checks only that JSON holds a text here. What the text must look like is checked once, by the contracts, where the
 * question or the command arrives: that answer names the field and says what to do.
 */
const text = (value: unknown): string => {
  if (typeof value === 'string') return value;
  throw new GraphQLError('must be a text');
};

const position = (value: unknown): number => {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new GraphQLError('must be a whole number, 0 or more');
};

const textOrPosition = (value: unknown): string | number => (typeof value === 'string' ? value : position(value));

const parsing = <Value>(parse: (value: unknown) => Value) => ({
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node: ValueNode) => parse(literal(node)),
});

for (const [name, , description] of texts) builder.scalarType(name as 'Date', { description, ...parsing(text) });

builder.scalarType('Position', {
  description: 'Where an event stands in the order of everything recorded. Rises with every event; may pass 2^31.',
  ...parsing(position),
});

builder.scalarType('SystemTime', {
  description: 'A moment of record, the end of a day, or a position: `2026-09-09T08:30:00.000Z`, `2026-09-09`, `4711`.',
  ...parsing(textOrPosition),
});
