import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from './schema.ts';
import { SampleWorld } from './spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from './spec-kit/serve-gateway.ts';
import { type ServedQueries, serveQueries } from './spec-kit/serve-queries.ts';

const world = new SampleWorld();
let gateway: ServedGateway;
let overHttp: ServedGateway;
let served: ServedQueries;

beforeAll(async () => {
  gateway = await serveGateway({ queries: world });
  served = await serveQueries(world);
  overHttp = await serveGateway({ queries: served.queries });
});
afterAll(async () => {
  await Promise.all([gateway.close(), overHttp.close()]);
  served.close();
});

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** A follow-up has no root field: it is swept where it is listed. */
const isRecord = (type: Composite): boolean => type.name !== 'FollowUp' && isNode(type);

const isNode = (type: Composite): boolean =>
  type.name === 'Node' || type.getInterfaces().some(({ name }) => name === 'Node');

/** Everything that can be asked of a type, but of another record only its id: its own fields are swept where it is the root. */
const everythingOf = (type: Composite): string => {
  const own = Object.values(type.getFields()).map(fieldOf).join(' ');
  const kinds = isInterfaceType(type) && type.name !== 'Node' ? schema.getPossibleTypes(type) : [];
  return `{ __typename ${own} ${kinds.map((kind) => `... on ${kind.name} ${everythingOf(kind)}`).join(' ')} }`;
};

const fieldOf = (field: GraphQLField<unknown, unknown>): string => {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  const page = field.args.some(({ name }) => name === 'first') ? '(first: 1)' : '';
  if (isObjectType(type) || isInterfaceType(type)) {
    return `${field.name}${page} ${isRecord(type) ? '{ id }' : everythingOf(type)}`;
  }
  const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  return `${field.name} { ${members.map((member) => `... on ${member.name} ${everythingOf(member)}`).join(' ')} }`;
};

const rootArguments: Readonly<Record<string, string>> = {
  commitment: 'id: "ENG-7F3K-2Q9X-P1"',
  country: 'code: "XAA"',
  engagement: 'id: "ENG-7F3K-2Q9X"',
  instrument: 'id: "UNGA-A-RES-72-1"',
  recommendation: 'reference: "XAA-2026-01"',
  report: 'id: "XAA-2026"',
  search: 'text: "labor"',
};

const rootFields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  ({ name }) => !['node', 'nodes'].includes(name),
);

describe('every field below a root field can be asked for, and is answered', () => {
  test.each(rootFields.map((field) => [field.name, field] as const))('%s', async (name, field) => {
    const type = getNamedType(field.type) as Composite;
    const given = rootArguments[name];
    const fields = Object.values(type.getFields());
    // One field at a time, so that no document grows over the limits.
    for (const one of fields) {
      const document = `{ ${name}${given ? `(${given})` : ''} { ${fieldOf(one)} } }`;
      const { data, errors } = await gateway.ask(document);
      expect({ document, errors }).toEqual({ document, errors: [] });
      expect(data?.[name]).toHaveProperty(one.name);
      // Whatever the views answer comes whole over HTTP.
      expect((await overHttp.ask(document)).data).toEqual(data);
    }
  });
});
