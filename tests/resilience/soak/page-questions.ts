import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as contracts from '@demarche/contracts';
import type { SeededRandom } from '@demarche/testing/scenario';
import {
  buildSchema,
  type GraphQLSchema,
  getOperationAST,
  isEnumType,
  Kind,
  OperationTypeNode,
  parse,
  type TypeNode,
} from 'graphql';
import type { z } from 'zod';
import { knownReferences } from '../hostile/fuzz/known-references.ts';

const console = new URL('../../../services/console/src/', import.meta.url);
const schemaFile = new URL('../../../services/gateway/schema.graphql', import.meta.url);

export interface PageQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What the console's own pages ask, each time of another record and at another point on the two clocks. */
export const pageQuestions = async (random: SeededRandom): Promise<() => PageQuestion> => {
  const schema = buildSchema(await readFile(schemaFile, 'utf8'));
  const documents = await pageDocuments();
  const known = knownReferences();
  return () => {
    const query = random.pick(documents);
    const operation = getOperationAST(parse(query));
    const variables = operation?.variableDefinitions ?? [];
    return {
      query,
      variables: Object.fromEntries(
        variables.map(({ variable, type }) => [variable.name.value, valueFor(type, { schema, known, random })]),
      ),
    };
  };
};

const pageDocuments = async (): Promise<readonly string[]> => {
  const documents: string[] = [];
  for await (const file of glob('**/*.document.ts', { cwd: fileURLToPath(console) })) {
    const exported = (await import(new URL(file, console).href)) as Readonly<Record<string, unknown>>;
    documents.push(
      ...Object.values(exported)
        .filter((value) => typeof value === 'string')
        .filter(isQuestion),
    );
  }
  return documents.toSorted();
};

const isQuestion = (text: string): boolean => getOperationAST(parse(text))?.operation === OperationTypeNode.QUERY;

interface World {
  readonly schema: GraphQLSchema;
  readonly known: readonly string[];
  readonly random: SeededRandom;
}

const POINTS = [
  {},
  {},
  { validTime: '2021-11-22' },
  { systemTime: '2021-11-22' },
  { validTime: '2019-06-30', systemTime: '2023-01-31' },
];

const schemas = contracts as unknown as Readonly<Record<string, z.ZodType | undefined>>;

const valueFor = (type: TypeNode, { schema, known, random }: World): unknown => {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value === 'AtInput' ? random.pick(POINTS) : undefined;
  if (type.kind === Kind.LIST_TYPE || type.type.kind === Kind.LIST_TYPE) return [];
  const { value: name } = type.type.name;
  const named = schema.getType(name);
  if (isEnumType(named)) return random.pick(named.getValues()).name;
  if (name === 'Boolean') return random.chance(0.5);
  return random.pick(known.filter((reference) => schemas[name]?.safeParse(reference).success));
};
