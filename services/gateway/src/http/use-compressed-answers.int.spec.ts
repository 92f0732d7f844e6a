import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';

let gateway: ServedGateway;

beforeAll(async () => {
  gateway = await serveGateway({ queries: new SampleWorld(), settings: { introspection: true } });
});
afterAll(() => gateway.close());

const long = '{ __schema { types { name description } } }';
const short = '{ __typename }';

/** As it comes over the line: `fetch` would unpack it. */
const ask = async (query: string, accepted?: string) => {
  const asked = request(gateway.address, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', ...(accepted ? { 'accept-encoding': accepted } : {}) },
  });
  asked.end(JSON.stringify({ query }));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { headers: response.headers, bytes: await buffer(response) };
};

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
] as const)('a long answer to whoever takes %s is compressed as %s', async (accepted, encoding, unpack) => {
  const { headers, bytes } = await ask(long, accepted);
  const plain = await ask(long);

  expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(bytes.length) });
  expect(headers.vary).toContain('Accept-Encoding');
  expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
  expect(unpack(bytes).equals(plain.bytes)).toBe(true);
});

test.each([
  ['takes no other', long, undefined],
  ['asks for little', short, 'br'],
])('whoever %s gets the answer as it is', async (_case, query, accepted) => {
  const { headers, bytes } = await ask(query, accepted);
  expect(headers['content-encoding']).toBeUndefined();
  expect(JSON.parse(bytes.toString())).toHaveProperty('data');
});
