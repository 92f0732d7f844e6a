import type { Attack } from './attack.ts';
import { times } from './attack.ts';

interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { code?: string; status?: number } }[];
}

/** Asks as a program does; finds a fault of ours in the answer or in any of its errors. */
const graph = (
  name: string,
  body: string,
  code: string | null,
  headers: Readonly<Record<string, string>> = {},
): Attack => ({
  name,
  expected: [200, 400, 405, 413, 415],
  async run({ wire, cookie }) {
    const usual = { 'content-type': 'application/json', accept: 'application/graphql-response+json', cookie };
    const answer = await wire.send({ path: '/graphql', headers: { ...usual, ...headers }, body });
    const { errors = [] } = JSON.parse(answer.text) as GraphAnswer;
    const codes = errors.map(({ extensions }) => extensions?.code ?? 'no code');
    return {
      outcome: answer.status,
      faults: [
        ...errors.filter(({ extensions }) => (extensions?.status ?? 500) >= 500).map(({ message }) => message),
        ...(code === null || codes.includes(code) ? [] : [`answered ${codes.join()} in place of ${code}`]),
        ...(answer.text.length > 64 * 1024 ? [`answered ${answer.text.length} characters`] : []),
      ],
    };
  },
});

const ask = (name: string, query: string, code: string | null, variables: unknown = {}): Attack =>
  graph(name, JSON.stringify({ query, variables }), code);

const joined = (count: number, text: (at: number) => string): string => times(count, text).join(' ');
const nested = (depth: number): string =>
  `{ country(code: "XKD") { ${'recommendations { nodes { country { '.repeat(depth)} name ${'} } } '.repeat(depth)} } }`;
const bomb = (count: number): string =>
  `{ viewer { ...F0 } } ${joined(count, (at) => `fragment F${at} on Officer { name ...F${at + 1} ...F${at + 1} }`)} fragment F${count} on Officer { name }`;

const documents: readonly Attack[] = [
  ask('deep', nested(4), 'too-deep'),
  ask('deeper than a stack', nested(60), 'too-deep'),
  ask('an alias flood', `{ ${joined(16, (at) => `a${at}: countries { totalCount }`)} }`, 'too-many-aliases'),
  ask('a flood of one field', `{ viewer { ${joined(900, () => 'name')} } }`, null),
  ask('a flood of root fields', `{ ${joined(200, () => '__typename')} }`, 'too-many-root-fields'),
  ask('a flood of directives', `{ viewer { ${joined(60, () => 'name @include(if: true)')} } }`, 'too-many-directives'),
  ask('directives on one field', `{ viewer { name ${joined(60, () => '@skip(if: false)')} } }`, 'too-many-directives'),
  ask('a wide page', '{ countries(first: 200) { nodes { timeline(first: 200) { nodes { id } } } } }', 'too-costly'),
  ask('a page too wide', '{ countries(first: 2000000) { totalCount } }', null),
  ask('fragments that double', bomb(60), null),
  ask(
    'fragments in a circle',
    '{ viewer { ...A } } fragment A on Officer { ...B } fragment B on Officer { ...A }',
    'invalid-document',
  ),
  ask('a fragment in itself', '{ viewer { ...A } } fragment A on Officer { name ...A }', 'invalid-document'),
  ask(
    'conflicting fields',
    `{ viewer { ${joined(250, (at) => `x: ${at % 2 ? 'name' : 'post'}`)} } }`,
    'invalid-document',
  ),
  ask('more words than allowed', `{ ${joined(1_100, () => 'a')} }`, 'too-many-tokens'),
  ask('a list in lists', `{ countries(filter: { codes: ${'['.repeat(400)}${']'.repeat(400)} }) { totalCount } }`, null),
  ask('an endless comment', `{ __typename } #${'x'.repeat(50_000)}`, null),
  ask('an endless name', `{ ${'x'.repeat(50_000)} }`, 'invalid-document'),
  ask('a text that never ends', '{ country(code: "XKD) { name } }', 'syntax-error'),
  ask('a number without an end', `{ countries(first: ${'9'.repeat(5_000)}) { totalCount } }`, null),
  ask('two operations', 'query A { __typename } query B { __typename }', null),
  ask('a subscription to everything', 'subscription { changes { position } other: changes { position } }', null),
  ask('an empty document', '', null),
  ask('NUL', '{ \u0000 }', 'syntax-error'),
];

const bodies: readonly Attack[] = [
  graph('a batch', JSON.stringify(times(100, () => ({ query: '{ __typename }' }))), 'malformed'),
  graph('no object', '"{ __typename }"', null),
  graph('null', 'null', null),
  graph('no JSON', '{"query":', null),
  graph('a query that is no text', '{"query":{"a":1}}', null),
  graph('variables that are no object', '{"query":"{__typename}","variables":[1]}', null),
  graph('prototype keys', '{"query":"{__typename}","variables":{"__proto__":{"polluted":1},"constructor":{}}}', null),
  graph(
    'prototype keys',
    '{"query":"query($a:String){__typename}","__proto__":{"query":"{viewer{name}}"},"operationName":"__proto__"}',
    null,
  ),
  graph('prototype keys', '{"query":"{__typename}","operationName":"constructor"}', null),
  graph('an unknown persisted query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}', null),
  graph(
    'variables nested without end',
    `{"query":"{__typename}","variables":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
    null,
  ),
  graph(
    'a body larger than allowed',
    `{"query":"{__typename}","variables":{"a":"${'x'.repeat(110_000)}"}}`,
    'too-large',
  ),
  graph('a body in another type', '{"query":"{__typename}"}', 'unsupported-media-type', {
    'content-type': 'text/plain',
  }),
  graph('a compressed body', '\u001f\u008b', null, { 'content-encoding': 'gzip' }),
];

const codes = (count: number): string[] => [...times(count, (at) => `X${at}`)];
const variables: readonly Attack[] = [
  ask('a flood of ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', null, { ids: codes(15_000) }),
  ask('a flood of codes', 'query ($c: [CountryCode!]) { countries(filter: { codes: $c }) { totalCount } }', null, {
    c: codes(12_000),
  }),
  ...times(10, () =>
    ask(
      'a flood of wrong values',
      'query ($c: [CountryCode!]) { countries(filter: { codes: $c }) { totalCount } }',
      null,
      { c: Array(20_000).fill(1) },
    ),
  ),
  ask('an id that is none', 'query ($id: ID!) { node(id: $id) { id } }', null, { id: '__proto__:constructor' }),
  ask('an id of a prototype', 'query ($id: ID!) { node(id: $id) { id } }', null, {
    id: Buffer.from('constructor:x').toString('base64'),
  }),
  ask('an id of a prototype', 'query ($id: ID!) { node(id: $id) { id } }', null, {
    id: Buffer.from('__proto__:x').toString('base64'),
  }),
  ask('a moment that is none', '{ countries(at: { validTime: "0000-00-00", systemTime: -1 }) { totalCount } }', null),
  ask('a position past all numbers', '{ countries(minPosition: 9007199254740993) { totalCount } }', null),
];

/** Documents, bodies and variables that ask too much, or mean to be taken for something else. */
export const graphAttacks: readonly Attack[] = [...documents, ...bodies, ...variables];
