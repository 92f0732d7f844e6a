import { type CommandDefinition, commandCatalogue } from '@demarche/contracts';
import { exampleOf, type NamedSchema, namedSchemas, schemaNamed } from '@demarche/contracts/interfaces';
import type { z } from 'zod';
import { refused } from '../problem.ts';
import { problemAnswers, type Refusal } from './problem-answers.ts';

const commands = Object.values(commandCatalogue);

/** Each command as an operation: a POST to the path of its contract, below `/api`. */
export const commandPaths = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    commands.map((definition) => [
      `/api${definition.path.replaceAll(/:(\w+)/g, '{$1}')}`,
      { post: operationOf(definition) },
    ]),
  );

/** What goes into the bodies of commands, by name, and what their paths are made of. */
export const commandSchemas = (): Readonly<Record<string, NamedSchema>> =>
  Object.fromEntries([
    ...commands.map((definition) => [bodyName(definition), [bodyOf(definition), definition.doc]]),
    ...commands.flatMap((definition) => inPath(definition).map((field) => named(definition, field))),
  ]);

const operationOf = (definition: CommandDefinition): object => ({
  operationId: camelCase(definition.name),
  tags: [definition.service],
  summary: sentenceCase(definition.name),
  description: definition.doc,
  parameters: [...inPath(definition).map((field) => pathParameter(definition, field)), ...commandHeaders],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: schemaNamed(bodyName(definition)), example: exampleBody(definition) } },
  },
  responses: {
    200: { $ref: '#/components/responses/NothingToRecord' },
    201: { $ref: '#/components/responses/Recorded' },
    ...problemAnswers('command', rejectionsOf(definition)),
  },
});

const commandHeaders = ['IdempotencyKey', 'IfMatch', 'CorrelationId'].map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

const inPath = ({ path }: CommandDefinition): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, field = '']) => field);

const pathParameter = (definition: CommandDefinition, field: string): object => ({
  name: field,
  in: 'path',
  required: true,
  schema: schemaNamed(named(definition, field)[0]),
  example: exampleOf(definition.name).input[field],
});

/** The name and the schema of a field of a path. @throws where it has none: whoever adds one names it */
const named = (definition: CommandDefinition, field: string): readonly [string, NamedSchema] => {
  const found = Object.entries(namedSchemas).find(([, [schema]]) => schema === definition.input.shape[field]);
  if (!found) throw new Error(`${field} of ${definition.name} has no name in packages/contracts/src/interfaces`);
  return found;
};

const bodyName = ({ name }: CommandDefinition): string => pascalCase(name);

const bodyOf = (definition: CommandDefinition): z.ZodType =>
  definition.input.omit(Object.fromEntries(inPath(definition).map((field) => [field, true])) as Record<never, never>);

const exampleBody = (definition: CommandDefinition): object => {
  const path = inPath(definition);
  return Object.fromEntries(
    Object.entries(exampleOf(definition.name).input).filter(([field]) => !path.includes(field)),
  );
};

const rejectionsOf = (definition: CommandDefinition): readonly Refusal[] =>
  Object.entries(definition.rejections).map(([code, title]) => ({
    code,
    title,
    status: refused(definition, code, '', '').problem.status,
  }));

const words = (name: string): readonly string[] => name.split('-');

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const pascalCase = (name: string): string => words(name).map(capitalized).join('');

const camelCase = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const sentenceCase = (name: string): string => capitalized(words(name).join(' '));
