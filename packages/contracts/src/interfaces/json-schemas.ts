import { z } from 'zod';
import { namesEachOnce } from '../values/each-once.ts';
import * as vocabularies from '../vocabularies/index.ts';
import { type NamedSchema, namedSchemas } from './named-schemas.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface SchemaDialect {
  readonly target: 'draft-2020-12' | 'draft-07';
  /** What somebody may send, or what they will receive: only there has every field with a default its place. */
  readonly io: 'input' | 'output';
}

type Draft = Record<string, unknown>;

/**
 * The schemas given, and those that they name, as JSON Schemas that point to each other below `#/components/schemas`.
 * What JSON Schema cannot say, such as that a day must not lie in the future, is among the refusals.
 */
export const jsonSchemas = (
  schemas: Readonly<Record<string, NamedSchema>>,
  dialect: SchemaDialect,
): Readonly<Record<string, JsonSchema>> => {
  const registry = z.registry<{ id: string; description: string }>();
  for (const [id, [schema, description]] of Object.entries({ ...namedSchemas, ...schemas }))
    registry.add(schema, { id, description });
  const { schemas: converted } = z.toJSONSchema(registry, {
    ...dialect,
    metadata: registry,
    uri: pointerTo,
    override: amendFor(dialect),
  });
  const reached = reachedFrom(Object.keys(schemas), converted);
  return Object.fromEntries(
    Object.entries(converted)
      .filter(([name]) => reached.has(name))
      .map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
};

const POINTER = '#/components/schemas/';

const pointerTo = (name: string): string => `${POINTER}${name}`;

export const schemaNamed = (name: string): JsonSchema => ({ $ref: pointerTo(name) });

const reachedFrom = (names: readonly string[], schemas: Readonly<Record<string, unknown>>): ReadonlySet<string> => {
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const [, other = ''] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/([\w.]+)"/g))
      reach(other);
  };
  names.forEach(reach);
  return reached;
};

/** What zod writes for its own sake is left out, and what it cannot know is put in. */
const amendFor =
  ({ io }: SchemaDialect) =>
  ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Draft }): void => {
    if (isDay(jsonSchema)) delete jsonSchema['pattern'];
    for (const bound of ['minimum', 'maximum'])
      if (Math.abs(Number(jsonSchema[bound])) === Number.MAX_SAFE_INTEGER) delete jsonSchema[bound];
    // Whoever receives passes over what a later release adds; only what is sent may not hold more than is known.
    if (io === 'output') delete jsonSchema['additionalProperties'];
    if (namesNothingTwice(zodSchema)) jsonSchema['uniqueItems'] = true;
    const labels = labelsOf(jsonSchema['enum']);
    if (labels && !jsonSchema['description']) jsonSchema['description'] = labels;
  };

/** The format says it, and says it to a reader. */
const isDay = ({ format }: Draft): boolean => format === 'date' || format === 'date-time';

const namesNothingTwice = ({ _zod: { def } }: z.core.$ZodTypes): boolean =>
  (def.checks ?? []).some((check) => (check._zod.def as { readonly fn?: unknown }).fn === namesEachOnce);

/** What the codes of a vocabulary mean: the smallest vocabulary that holds all of them. */
const labelsOf = (codes: unknown): string | undefined => {
  if (!Array.isArray(codes)) return undefined;
  const [labels] = Object.values<Readonly<Record<string, string>>>(vocabularies)
    .filter((vocabulary) => codes.every((code) => Object.hasOwn(vocabulary, code)))
    .toSorted((a, b) => Object.keys(a).length - Object.keys(b).length);
  return labels && codes.map((code) => `\`${code}\`: ${labels[code]}`).join('; ');
};
