import {
  type GraphQLOutputType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from './schema.ts';

const objectTypes = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));

const listed = (type: GraphQLOutputType): GraphQLOutputType | undefined => {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (!isListType(bare)) return undefined;
  return isNonNullType(bare.ofType) ? bare.ofType.ofType : bare.ofType;
};

test('the printed schema is the one that clients were built against', async () => {
  await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot('../schema.graphql');
});

describe('Relay', () => {
  test('records stand in lists only as the nodes of a connection', () => {
    const lists = objectTypes
      .filter(({ name }) => !name.endsWith('Connection'))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ type: fieldType }) => {
            const item = listed(fieldType);
            return isObjectType(item)
              ? item.getInterfaces().some(({ name }) => name === 'Node')
              : isInterfaceType(item);
          })
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(lists).toEqual(['Query.nodes']);
  });

  test('every connection has edges, pageInfo, totalCount and the point it was answered for', () => {
    const connections = objectTypes.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(6);
    const lacking = connections.filter((connection) =>
      ['edges', 'nodes', 'pageInfo', 'totalCount', 'answeredAt'].some((name) => !(name in connection.getFields())),
    );
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });
});

test('every root query but viewer can be asked at a point on two clocks', () => {
  const rootFields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const without = rootFields.filter(
    ({ args }) => !['at', 'minPosition'].every((name) => args.some((arg) => arg.name === name)),
  );
  expect(without.map(({ name }) => name)).toEqual(['viewer']);
});

test('fields of the same name have the same type in every kind of timeline entry, so that one document can ask for all', () => {
  const entries = objectTypes.filter(
    (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'TimelineEntry'),
  );
  const fields = entries.flatMap((type) => Object.values(type.getFields()));
  const typesByName = Map.groupBy(fields, ({ name }) => name);
  const conflicts = [...typesByName].filter(([, same]) => new Set(same.map(({ type }) => String(type))).size > 1);
  expect(conflicts.map(([name]) => name)).toEqual([]);
});
