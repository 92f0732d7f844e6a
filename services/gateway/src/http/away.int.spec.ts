import { ProblemDocument } from '@demarche/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';

let gateway: ServedGateway;

beforeEach(async () => {
  const world = new SampleWorld();
  world.beforeAnswer = () => {
    throw new Error('connect ECONNREFUSED');
  };
  gateway = await serveGateway({ queries: world });
});
afterEach(() => gateway.close());

const ask = (query: string, accept: string) =>
  fetch(gateway.address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'x-correlation-id': 'visit-42' },
    body: JSON.stringify({ query }),
  });

const WITHDRAWAL = `mutation {
  withdrawEngagement(
    input: { engagementId: "ENG-7F3K-2Q9X", reason: "Twice" }
    idempotencyKey: "0f6c1f0e-3a57-4c57-9d1e-6a4c4d8d2b11"
  ) { answer { position } }
}`;

const questions = ['{ countries { totalCount } one: country(code: "XAA") { name } }', 'views-unavailable'] as const;
const commands = [WITHDRAWAL, 'service-unavailable'] as const;

test.each([
  ['questions', 'application/graphql-response+json', ...questions],
  ['questions', 'application/json', ...questions],
  ['questions', '*/*', ...questions],
  ['a command', 'application/graphql-response+json', ...commands],
  ['a command', 'application/json', ...commands],
])(
  'given what it is for is away, then %s of a client that takes %s is answered 503',
  async (_, accept, query, code) => {
    const response = await ask(query, accept);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    const { data, errors, extensions } = (await response.json()) as Record<string, unknown>;
    expect([data, errors]).toMatchObject([
      undefined,
      [{ message: expect.stringContaining('again'), extensions: { code, status: 503 } }],
    ]);
    expect((extensions as { problem: unknown }).problem).toMatchObject({
      code,
      status: 503,
      correlationId: 'visit-42',
    });
    ProblemDocument.parse((extensions as { problem: unknown }).problem);
  },
);

test('given a part of the answer could be had, then it is answered, with an error for the rest', async () => {
  const { status, headers, data, errors } = await gateway.ask('{ viewer { name } countries { totalCount } }');
  expect([status, headers.get('retry-after')]).toEqual([200, null]);
  expect(data).toMatchObject({ viewer: { name: expect.any(String) }, countries: null });
  expect(errors).toMatchObject([{ path: ['countries'], extensions: { code: 'views-unavailable', status: 503 } }]);
});

test('given another reason why there is nothing, then that is told as ever', async () => {
  const { status, data, errors } = await gateway.ask('{ countries { totalCount } }', {}, null);
  expect([status, data]).toEqual([200, { countries: null }]);
  expect(errors).toMatchObject([{ extensions: { code: 'not-signed-in' } }]);
});
