import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';
import { globalId } from './global-id.ts';

const world = new SampleWorld();
let gateway: ServedGateway;

beforeAll(async () => {
  gateway = await serveGateway({ queries: world });
});
afterAll(() => gateway.close());

const keys: ReadonlyArray<readonly [typename: string, key: string]> = [
  ['Country', 'XAA'],
  ['CountryReport', 'XAA-2026'],
  ['Recommendation', 'XAA-2026-01'],
  ['Engagement', 'ENG-7F3K-2Q9X'],
  ['FollowUp', 'ENG-7F3K-2Q9X-F1'],
  ['Commitment', 'ENG-7F3K-2Q9X-P1'],
  ['Instrument', 'UNGA-A-RES-72-1'],
];

describe('node', () => {
  test.each(keys)('reads a %s by its id', async (typename, key) => {
    const id = globalId(typename, key);
    const { data, errors } = await gateway.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id });
    expect(errors).toEqual([]);
    expect(data).toEqual({ node: { __typename: typename, id } });
  });

  test.each([
    ['a record that is not held', globalId('Country', 'XZZ')],
    ['a follow-up that its engagement does not hold', globalId('FollowUp', 'ENG-7F3K-2Q9X-F9')],
    ['a type that has no records', globalId('Officer', 'ines.okafor')],
    ['a word that every object has', globalId('constructor', 'x')],
  ])('answers null for %s', async (_, id) => {
    expect(await gateway.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toMatchObject({
      data: { node: null },
      errors: [],
    });
  });

  test('refuses what is no id', async () => {
    const { errors } = await gateway.ask('{ node(id: "XAA") { id } }');
    expect(errors).toMatchObject([
      { message: expect.stringContaining('id must be'), extensions: { code: 'malformed' } },
    ]);
  });

  test('reads at the point asked for', async () => {
    const { data } = await gateway.ask(
      'query ($id: ID!) { node(id: $id, at: { validTime: "2019-03-31" }) { ... on Country { name } } }',
      { id: globalId('Country', 'XAA') },
    );
    expect(data).toEqual({ node: { name: 'XAA on 2019-03-31' } });
  });
});

test('nodes answers what it can, and names what is no id', async () => {
  const { data, errors } = await gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: ['XAA', globalId('Country', 'XAA')],
  });
  expect(errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'malformed' } }]);
  expect(data).toEqual({ nodes: [null, { id: globalId('Country', 'XAA') }] });
});

test('nodes answers in the order of the ids, with one call', async () => {
  world.calls.length = 0;
  const ids = [globalId('Country', 'XAB'), globalId('Country', 'XZZ'), globalId('Recommendation', 'XAA-2026-01')];
  const { data, errors } = await gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(errors).toEqual([]);
  expect(data).toEqual({ nodes: [{ id: ids[0] }, null, { id: ids[2] }] });
  expect(world.calls).toHaveLength(1);
});

test('a search hit leads to its record', async () => {
  const { data, errors } = await gateway.ask(
    '{ search(text: "labor") { nodes { kind reference record { __typename id } } } }',
  );
  expect(errors).toEqual([]);
  expect(data).toMatchObject({ search: { nodes: [{ kind: 'COUNTRY', record: { __typename: 'Country' } }] } });
});
