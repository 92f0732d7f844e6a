import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';
import { limits } from './limits.ts';

const world = new SampleWorld(3);
let gateway: ServedGateway;
let openGateway: ServedGateway;

beforeAll(async () => {
  gateway = await serveGateway({ queries: world });
  openGateway = await serveGateway({ queries: world, settings: { introspection: true } });
});
afterAll(() => Promise.all([gateway.close(), openGateway.close()]));

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const within = (inner: string): string => `country { recommendations(first: 1) { nodes { ${inner} } } }`;
const country = (inner: string): string =>
  `{ country(code: "XAA") { recommendations(first: 1) { nodes { ${inner} } } } }`;

/** Four fields of sixteen words and signs each, filled up with the codes of countries. */
const words = (count: number): string => {
  const codes = [300, 300, 300, count - 966].map((many) => times(many, () => '"XAA"'));
  return `{ ${codes.map((list, index) => `a${index}: countries(filter: { codes: [${list}] }) { totalCount }`).join(' ')} }`;
};

const allowed: ReadonlyArray<readonly [limit: string, document: string]> = [
  ['12 fields deep', country(within(within('country { tier { value } }')))],
  [
    '12 fields deep by way of a fragment',
    `query { ...A } fragment A on Query ${country(within(within('country { tier { value } }')))}`,
  ],
  ['15 aliases', `{ ${times(15, (index) => `a${index}: viewer { name }`)} }`],
  ['any number of plain values by another name', `{ viewer { ${times(100, (index) => `a${index}: name`)} } }`],
  ['20 root fields', `{ ${times(20, () => '__typename')} }`],
  ['50 directives', `{ viewer { ${times(50, () => 'name @include(if: true)')} } }`],
  ['1,000 words and signs', words(1_000)],
  ['a cost of 5,000', '{ countries(first: 34) { nodes { timeline(first: 145) { nodes { id } } } } status { events } }'],
  ['a page of 200', '{ countries(first: 200) { totalCount } }'],
  ['a page of 1', '{ countries(first: 1) { totalCount } }'],
  ['50 ids', `{ nodes(ids: [${times(50, () => '"Q291bnRyeTpYQUE="')}]) { id } }`],
];

const refused: ReadonlyArray<readonly [limit: string, document: string, code: string]> = [
  ['13 fields deep', country(within(within(within('text')))), 'too-deep'],
  [
    '13 fields deep by way of a fragment',
    `query { ...A } fragment A on Query ${country(within(within(within('text'))))}`,
    'too-deep',
  ],
  ['16 aliases', `{ ${times(16, (index) => `a${index}: viewer { name }`)} }`, 'too-many-aliases'],
  ['21 root fields', `{ ${times(21, () => '__typename')} }`, 'too-many-root-fields'],
  [
    '21 root fields by way of a fragment',
    `{ __typename ...A } fragment A on Query { ${times(20, () => '__typename')} }`,
    'too-many-root-fields',
  ],
  ['51 directives', `{ viewer { ${times(51, () => 'name @include(if: true)')} } }`, 'too-many-directives'],
  ['1,001 words and signs', words(1_001), 'too-many-tokens'],
  [
    'a cost of 5,001',
    '{ countries(first: 34) { nodes { timeline(first: 145) { nodes { id } } } } status { events } viewer { name } }',
    'too-costly',
  ],
  ['a page of 201', '{ countries(first: 201) { totalCount } }', 'malformed'],
  ['a page of 0', '{ countries(first: 0) { totalCount } }', 'malformed'],
  ['51 ids', `{ nodes(ids: [${times(51, () => '"Q291bnRyeTpYQUE="')}]) { id } }`, 'malformed'],
  ['a question about the schema', getIntrospectionQuery(), 'introspection-off'],
  ['a fragment that contains itself', '{ viewer { ...A } } fragment A on Officer { name ...A }', 'invalid-document'],
];

test.each(allowed)('%s passes', async (_, document) => {
  expect(await gateway.ask(document)).toMatchObject({ status: 200, errors: [] });
});

test.each(refused)('%s is refused, and nothing is read', async (_, document, code) => {
  world.calls.length = 0;
  const { errors } = await gateway.ask(document);
  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(world.calls).toHaveLength(0);
});

test('what a document costs counts what its variables ask for', async () => {
  const document =
    'query ($first: Int!) { countries(first: 100) { nodes { timeline(first: $first) { totalCount } } } }';
  expect(await gateway.ask(document, { first: 5 })).toMatchObject({ errors: [] });
  const fragment =
    'query ($first: Int!) { countries(first: 100) { nodes { timeline(first: $first) { nodes { id } } } } }';
  const tooCostly = { status: 400, errors: [{ extensions: { code: 'too-costly' } }] };
  expect(await gateway.ask(fragment, { first: 50 })).toMatchObject(tooCostly);
  expect(await gateway.ask(fragment, { first: 5 })).toMatchObject({ errors: [] });
  expect(await gateway.ask(fragment, { first: 50 })).toMatchObject(tooCostly);
});

describe('outside production', () => {
  test('the schema may be asked for', async () => {
    expect(await openGateway.ask(getIntrospectionQuery())).toMatchObject({ status: 200, errors: [] });
  });

  test.each([
    ['a field', '{ countries { totalcount } }', {}, /Did you mean "totalCount"/],
    [
      'a value',
      'query ($sort: CountrySort!) { countries(sort: $sort) { totalCount } }',
      { sort: 'NAMES' },
      /Did you mean/,
    ],
  ])('%s that is misspelt gets a hint, and none in production', async (_, document, variables, hint) => {
    expect((await openGateway.ask(document, variables)).errors[0]?.message).toMatch(hint);
    expect((await gateway.ask(document, variables)).errors[0]?.message).not.toMatch(/Did you mean/);
  });
});

describe('a body', () => {
  const bodyOf = (bytes: number): string => {
    const frame = JSON.stringify({ query: '{ __typename }', extensions: { pad: '' } });
    return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
  };
  const post = (body: RequestInit['body'], more: object = {}) =>
    fetch(gateway.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body ?? null,
      ...more,
    });

  test('of 100 KiB passes', async () => {
    expect((await post(bodyOf(limits.bodyBytes))).status).toBe(200);
  });

  test.each([
    ['one byte longer', () => post(bodyOf(limits.bodyBytes + 1))],
    [
      'one byte longer that does not say its length',
      () => post(new Blob([bodyOf(limits.bodyBytes + 1)]).stream(), { duplex: 'half' }),
    ],
  ])('%s is refused', async (_, send) => {
    const response = await send();
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'too-large' } }] });
  });

  test('with several requests in one is refused', async () => {
    const response = await post(JSON.stringify([{ query: '{ __typename }' }]));
    expect(response.status).toBe(400);
  });
});

describe('time', () => {
  test('is not spent on telling faults one by one', async () => {
    const document = 'query ($codes: [CountryCode!]) { countries(filter: { codes: $codes }) { totalCount } }';
    const ask = () => gateway.ask(document, { codes: Array<number>(20_000).fill(1) });
    await ask();
    const before = process.cpuUsage();
    expect((await ask()).errors.length).toBeLessThan(100);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(400);
  });

  test('that runs out ends the request with a sentence', async () => {
    const stuck = new SampleWorld();
    stuck.beforeAnswer = () => new Promise(() => undefined);
    const hasty = await serveGateway({ queries: stuck, settings: { limits: { milliseconds: 30 } } });
    const { status, errors } = await hasty.ask('{ country(code: "XAA") { name } }');
    expect(status).toBe(504);
    expect(errors).toMatchObject([{ extensions: { code: 'too-slow' } }]);
    await hasty.close();
  });
});
