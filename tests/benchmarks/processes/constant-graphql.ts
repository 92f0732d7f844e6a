import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { serveUntilTold } from './serve-until-told.ts';

/**
 * A bare graphql-yoga with our schema's types, which answers what Demarche answered, out of memory: the file named on its
 * command line holds the answers by the name that a request says in `x-answer`.
 */
const [, , answersFile = ''] = process.argv;
const schemaFile = new URL('../../../services/gateway/schema.graphql', import.meta.url);

type Answer = Readonly<Record<string, unknown>>;

const answers = JSON.parse(readFileSync(answersFile, 'utf8')) as Readonly<Record<string, Answer>>;

/** What was asked for under another name is found under it. */
const constant: GraphQLFieldResolver<Answer, unknown> = (parent, _arguments, _context, { path }) => parent[path.key];

const constantRoot: GraphQLFieldResolver<undefined, { request: Request }> = (
  _none,
  _arguments,
  { request },
  { path },
) => answers[request.headers.get('x-answer') ?? '']?.[path.key];

const withConstants = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = type === schema.getQueryType();
    for (const field of Object.values(type.getFields())) field.resolve = isRoot ? constantRoot : constant;
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if ('resolveType' in type) type.resolveType = (value) => (value as { type: string }).type;
  }
  return schema;
};

const yoga = createYoga({
  schema: withConstants(buildSchema(readFileSync(schemaFile, 'utf8'))),
  logging: false,
  graphiql: false,
  landingPage: false,
});

serveUntilTold(yoga);
