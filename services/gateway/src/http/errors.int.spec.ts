import { QueryRefused } from '@demarche/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';

let world: SampleWorld;
let gateway: ServedGateway;

beforeEach(async () => {
  world = new SampleWorld();
  gateway = await serveGateway({ queries: world });
});
afterEach(() => gateway.close());

const fails = (error: Error) => () => {
  throw error;
};

describe('what goes wrong behind the gateway', () => {
  test('views that cannot be reached are a fault with a code; the reason is logged and not told', async () => {
    world.beforeAnswer = fails(new Error('connect ECONNREFUSED 10.0.0.7'));
    const { errors, data } = await gateway.ask('{ country(code: "XAA") { name } }');
    expect(errors).toMatchObject([{ extensions: { code: 'views-unavailable', status: 503 } }]);
    expect(JSON.stringify({ errors, data })).not.toContain('10.0.0.7');
    expect(gateway.log.join()).toContain('10.0.0.7');
  });

  test('a question that the views refuse keeps their code and sentence', async () => {
    world.beforeAnswer = fails(new QueryRefused('bad-cursor', 'The cursor belongs to another list.'));
    const { errors } = await gateway.ask('{ countries(after: "x") { totalCount } }');
    expect(errors).toMatchObject([
      { message: 'The cursor belongs to another list.', extensions: { code: 'bad-cursor', status: 400 } },
    ]);
  });

  test('an answer of another shape is a fault of ours', async () => {
    const garbled = await serveGateway({ queries: { ask: async () => ({ at: world.calls as never, results: [{}] }) } });
    const { errors } = await garbled.ask('{ countries { totalCount } }');
    const message = expect.stringMatching(/^Something went wrong on our side/);
    expect(errors).toMatchObject([{ message, extensions: { code: 'internal-error', status: 500 } }]);
    expect(garbled.log.join()).toMatch(/TypeError/);
    await garbled.close();
  });
});

describe('nobody signed in', () => {
  test('is refused by every root field but viewer', async () => {
    const { data, errors } = await gateway.ask('{ viewer { name } countries { totalCount } }', {}, null);
    expect(errors).toMatchObject([{ extensions: { code: 'not-signed-in', status: 401 }, path: ['countries'] }]);
    expect(data).toEqual({ viewer: null, countries: null });
    expect(world.calls).toHaveLength(0);
  });

  test('is told that nobody is', async () => {
    expect(await gateway.ask('{ viewer { name } }', {}, null)).toMatchObject({ data: { viewer: null }, errors: [] });
  });

  test('can neither command nor follow', async () => {
    const mutation =
      'mutation { withdrawEngagement(input: { engagementId: "ENG-7F3K-2Q9X", reason: "r" }, idempotencyKey: "k") { answer { position } } }';
    expect((await gateway.ask(mutation, {}, null)).errors).toMatchObject([{ extensions: { code: 'not-signed-in' } }]);
    const response = await fetch(
      `${gateway.address}?query=${encodeURIComponent('subscription { changes { position } }')}`,
      {
        headers: { accept: 'text/event-stream', 'x-nobody': 'true' },
      },
    );
    expect(await response.text()).toContain('not-signed-in');
  });
});

describe('a document', () => {
  test.each([
    ['that cannot be read', '{ countries', 'syntax-error'],
    ['that asks for what there is not', '{ cuontries { totalCount } }', 'invalid-document'],
  ])('%s is refused with a code and where', async (_, document, code) => {
    expect(await gateway.ask(document)).toMatchObject({ status: 400, errors: [{ extensions: { code, status: 400 } }] });
  });

  test('with a variable of the wrong kind is refused by its name', async () => {
    const { errors } = await gateway.ask('query ($first: Int!) { countries(first: $first) { totalCount } }', {
      first: 'ten',
    });
    expect(errors).toMatchObject([{ message: expect.stringContaining('$first'), extensions: { code: 'malformed' } }]);
  });
});

describe('a request that a page of another site could send', () => {
  const mutation =
    'mutation { withdrawEngagement(input: { engagementId: "ENG-7F3K-2Q9X", reason: "r" }, idempotencyKey: "k") { answer { position } } }';
  const json = { 'content-type': 'application/json' };

  test.each([
    [
      'a form',
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `query=${encodeURIComponent(mutation)}`,
      },
      415,
    ],
    [
      'plain text',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: mutation }) },
      415,
    ],
    ['GraphQL as a text', { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: mutation }, 415],
    [
      'JSON from another site',
      {
        method: 'POST',
        headers: { ...json, 'sec-fetch-site': 'cross-site' },
        body: JSON.stringify({ query: mutation }),
      },
      403,
    ],
    [
      'JSON from another origin',
      {
        method: 'POST',
        headers: { ...json, origin: 'https://elsewhere.example' },
        body: JSON.stringify({ query: mutation }),
      },
      403,
    ],
  ])('%s is refused', async (_, request, status) => {
    expect((await fetch(gateway.address, request)).status).toBe(status);
  });

  test('a command in an address is refused', async () => {
    const response = await fetch(`${gateway.address}?query=${encodeURIComponent(mutation)}`);
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'method-not-allowed' } }] });
  });
});
