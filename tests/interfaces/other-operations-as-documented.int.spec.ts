import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningDemarche, startDemarche } from '../journeys/start-demarche.ts';
import { faultsOf, misfitsOf, type Operation, operations } from './open-api-document.ts';

let demarche: RunningDemarche;
let cookie: string;
beforeAll(async () => {
  demarche = await startDemarche({ pages: false });
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ personId: 'ines.okafor' });
  const signedIn = await fetch(`${demarche.address}/identity/sign-in`, { method: 'POST', headers, body });
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
}, 120_000);
afterAll(() => demarche.stop());

const others = operations.filter(({ path }) => !path.startsWith('/api/'));

const requestOf = (
  { method, body, answers }: Operation,
  headers: Readonly<Record<string, string>> = {},
): RequestInit => ({
  method,
  headers: {
    cookie,
    accept: acceptedOf(answers),
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...headers,
  },
  ...(body ? { body: JSON.stringify(body['application/json']?.example) } : {}),
});

const acceptedOf = (answers: Operation['answers']): string =>
  Object.keys((answers[200] ?? answers['default'])?.content ?? {})[0] ?? '*/*';

const judge = async (operation: Operation, request: RequestInit) => {
  const response = await fetch(`${demarche.address}${operation.path}`, request);
  return { status: response.status, faults: await faultsOf(operation, response) };
};

test.each(others)('$method $path answers its example as documented', async (operation) => {
  const example = operation.body?.['application/json'];
  expect(example ? misfitsOf(example.schema, example.example) : []).toEqual([]);
  expect(await judge(operation, requestOf(operation))).toEqual({ status: expect.toSatisfy(isFine), faults: [] });
});

const isFine = (status: number): boolean => status === 200 || status === 204;

test.each(others.filter(({ needsNobody, path }) => !needsNobody && path !== '/graphql'))(
  '$method $path answers nobody who is not signed in',
  async (operation) => {
    expect(await judge(operation, requestOf(operation, { cookie: '' }))).toEqual({ status: 401, faults: [] });
  },
);

test.each(others.filter(({ body }) => body !== undefined))(
  '$method $path refuses what is faulty',
  async (operation) => {
    const faulty = [
      { ...requestOf(operation), body: '{' },
      { ...requestOf(operation), body: '{"surprise":1}' },
      requestOf(operation, { 'content-type': 'text/plain' }),
      requestOf(operation, { 'sec-fetch-site': 'cross-site' }),
    ];
    for (const request of faulty)
      expect(await judge(operation, request)).toEqual({ status: expect.toSatisfy(isRefusal), faults: [] });
  },
);

const isRefusal = (status: number): boolean => status >= 400 && status < 500;

test('a compressed body is refused', async () => {
  const compressed = others.filter(({ body, path }) => body !== undefined && path !== '/graphql');
  for (const operation of compressed) {
    const request = requestOf(operation, { 'content-encoding': 'gzip' });
    expect(await judge(operation, request)).toEqual({ status: 415, faults: [] });
  }
  expect(compressed.length).toBeGreaterThan(0);
});

test.each(others)('$method $path says so where its headers are too long', async (operation) => {
  const tooLong = requestOf(operation, { 'x-more': 'x'.repeat(20_000) });
  expect(await judge(operation, tooLong)).toEqual({ status: 431, faults: [] });
});
