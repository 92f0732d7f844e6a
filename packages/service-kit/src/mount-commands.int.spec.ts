import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  type CountryCode,
  CountryReportPublished,
  PublishCountryReport,
  reportIdOf,
  streamName,
} from '@demarche/contracts';
import { type EventStore, handleCommand } from '@demarche/event-store';
import { exampleEvent } from '@demarche/event-store/contract';
import { memoryEventStore } from '@demarche/event-store/memory';
import { accept, type Decider, reject } from '@demarche/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demonstrationIdentity } from './adapters/demonstration-identity.ts';
import { commandRoute } from './command-route.ts';
import { createHttpApp } from './http-app.ts';
import { createLogger } from './logger.ts';
import { mountCommands } from './mount-commands.ts';
import { ProblemError } from './problem.ts';

type Publish = Parameters<Parameters<typeof commandRoute<typeof PublishCountryReport>>[2]>[0];
type Published = { type: 'CountryReportPublished'; data: object };

/** The least that makes a real command of a real contract: a report is published once. */
const publishing: Decider<Publish, Published, 'nothing' | 'published', 'nothing-to-publish'> = {
  initialState: 'nothing',
  evolve: () => 'published',
  decide: (command, state) => {
    if (state === 'published') return accept();
    if (command.section === 'absent')
      return reject('nothing-to-publish', 'There is nothing in this report to publish.');
    const reportId = reportIdOf(command.country, command.reportYear);
    const { officer, country, countryName, reportYear, tier, section, source, amendments } = command;
    return accept({
      type: 'CountryReportPublished',
      data: {
        reportId,
        country,
        countryName,
        reportYear,
        tier,
        section,
        source,
        amendments,
        occurredOn: `${reportYear}-06-30`,
        occurredOnBasis: 'statutory',
        recommendations: [],
        publishedBy: officer,
      },
    });
  },
};

const clock = { now: () => '2026-09-09T12:00:00.000Z' };
const route = (store: EventStore) =>
  commandRoute(clock, PublishCountryReport, async (command, envelope) => {
    const reportId = reportIdOf(command.country as CountryCode, command.reportYear);
    const stream = streamName('countryReport', reportId);
    const result = await handleCommand({ store, clock, decider: publishing, stream, command, envelope });
    return { ...result, subject: reportId, location: `/countries/${command.country}` };
  });

const KEY = '0f6c1f0e-3a57-4c57-9d1e-6a4c4d8d2b11';
const report = { country: 'XKD', countryName: 'Kaldara', reportYear: 2026, section: 'complete', recommendations: [] };

let store: EventStore;
let lines: string[];
let address: string;
let cookie: string;
let close: () => Promise<unknown>;

beforeEach(async () => {
  store = memoryEventStore();
  lines = [];
  const identity = demonstrationIdentity([new Uint8Array(32)]);
  const app = createHttpApp({
    logger: createLogger({ service: 'test', destination: { write: (line) => lines.push(line) } }),
    mount: (mounted) => {
      mounted.use(identity.routes);
      mounted.use('/api', mountCommands([route(store)], identity));
      mounted.get('/behind', () => {
        throw new ProblemError('views-unavailable');
      });
      mounted.get('/named/:name', (_request, response) => void response.end());
      mounted.get('/broken', () => {
        throw new Error('the Minister said a secret');
      });
    },
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  cookie = await signIn('ines.okafor');
});
afterEach(() => close());

const signIn = async (person: string): Promise<string> => {
  const response = await fetch(`${address}/identity/sign-in`, post({ personId: person }, {}));
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
};

const post = (body: unknown, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const publish = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${address}/api/country-reports`, post(body, { cookie, 'idempotency-key': KEY, ...headers }));

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = (await response.json()) as {
    code: string;
    status: number;
    correlationId: string;
    errors?: { field: string }[];
  };
  expect(problem.status).toBe(response.status);
  expect(problem.correlationId).toBe(response.headers.get('x-correlation-id'));
  return problem;
};

describe('a command that is accepted', () => {
  test('is answered with where it is, its revision and its position, once the event is in the store', async () => {
    const response = await publish(report);

    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('/countries/XKD');
    expect(response.headers.get('etag')).toBe('W/"0"');
    expect(response.headers.get('x-position')).toBe('1');
    expect(await response.json()).toMatchObject({ subject: 'XKD-2026', revision: 0, position: 1, recorded: true });
    const [event] = await store.readAll(0, 10);
    expect(event).toMatchObject({
      type: CountryReportPublished.type,
      metadata: { actor: 'ines.okafor', commandId: KEY },
    });
  });

  test('is answered the same when it is sent again, and recorded once', async () => {
    await publish(report);
    const again = await publish(report);

    expect(again.status).toBe(201);
    expect(await again.json()).toMatchObject({ repeated: true, position: 1 });
    expect(await store.head()).toBe(1);
  });

  test('carries the caller’s correlation id into the event, the answer and the log', async () => {
    const response = await publish(report, { 'x-correlation-id': 'visit-42' });

    expect(response.headers.get('x-correlation-id')).toBe('visit-42');
    expect((await store.readAll(0, 1))[0]?.metadata.correlationId).toBe('visit-42');
    await expect.poll(() => lines.filter((line) => line.includes('"correlationId":"visit-42"'))).toHaveLength(1);
  });
});

describe('a command that is refused', () => {
  test('by a rule: 409 with the rule’s code, in the answer and in the log', async () => {
    const problem = await problemOf(await publish({ ...report, section: 'absent' }, { 'x-correlation-id': 'no-1' }));

    expect(problem).toMatchObject({ status: 409, code: 'nothing-to-publish' });
    await expect.poll(() => lines.find((line) => line.includes('no-1'))).toContain('"code":"nothing-to-publish"');
  });

  test('malformed: 400 with every faulty field', async () => {
    const problem = await problemOf(await publish({ ...report, country: 'Kaldara', reportYear: 1900, more: 1 }));

    expect(problem).toMatchObject({ status: 400, code: 'malformed' });
    expect(problem.errors?.map(({ field }) => field)).toEqual(expect.arrayContaining(['country', 'reportYear']));
  });

  test.each([
    ['no key', report, { 'idempotency-key': '' }, [400, 'missing-idempotency-key']],
    ['a key that is no UUID', report, { 'idempotency-key': 'again-1' }, [400, 'idempotency-key-malformed']],
    ['nobody signed in', report, { cookie: '' }, [401, 'not-signed-in']],
    ['a cookie that somebody made', report, { cookie: 'demarche_person=ines.okafor.AAAA' }, [401, 'not-signed-in']],
    ['another site’s page', report, { 'sec-fetch-site': 'cross-site' }, [403, 'foreign-origin']],
    [
      'another site’s page in an older browser',
      report,
      { origin: 'https://elsewhere.example' },
      [403, 'foreign-origin'],
    ],
    ['a form of another site', report, { 'content-type': 'text/plain' }, [415, 'unsupported-media-type']],
    ['no JSON', '{"country":', {}, [400, 'not-json']],
    ['an If-Match that is no ETag', report, { 'if-match': 'yesterday' }, [400, 'malformed']],
    ['a record that moved on', report, { 'if-match': 'W/"4"' }, [412, 'stale']],
    ['more than 100 KiB', { ...report, countryName: 'x'.repeat(102_400) }, {}, [413, 'too-large']],
  ] as const)('%s', async (_case, body, headers, [status, code]) => {
    expect(await problemOf(await publish(body, headers))).toMatchObject({ status, code });
    expect(await store.head()).toBe(0);
  });

  test('an address that cannot be decoded: 400, and no word of fields', async () => {
    const problem = await problemOf(await fetch(`${address}/named/%E0%A4%A`));

    expect(problem).toMatchObject({ status: 400, code: 'unreadable' });
  });

  test('the key of another command: 422', async () => {
    await publish(report);

    expect(await problemOf(await publish({ ...report, countryName: 'Kaldara Islands' }))).toMatchObject({
      status: 422,
      code: 'key-reused',
    });
  });

  test('onto a record that a newer release wrote: 409, and nothing is recorded', async () => {
    const ofNewer = exampleEvent({ wording: 'of a later day' });
    const stream = streamName('countryReport', 'XKD-2026');
    await store.append(stream, [{ ...ofNewer, metadata: { ...ofNewer.metadata, schemaVersion: '99' } }], 'no-stream');
    const response = await publish(report);

    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({ code: 'record-unreadable' });
    expect(await store.head()).toBe(1);
  });

  test('a method that is not POST: 405', async () => {
    const response = await fetch(`${address}/api/country-reports`);

    expect(response.headers.get('allow')).toBe('POST');
    expect(await problemOf(response)).toMatchObject({ code: 'method-not-allowed' });
  });
});

describe('everything that is answered', () => {
  test('nothing at this address: 404', async () => {
    expect(await problemOf(await fetch(`${address}/nowhere`))).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('a problem thrown on the way is the answer', async () => {
    expect(await problemOf(await fetch(`${address}/behind`))).toMatchObject({ status: 503, code: 'views-unavailable' });
  });

  test('a fault of ours: 500 without its words, which are in the log', async () => {
    const response = await fetch(`${address}/broken`);

    expect(JSON.stringify(await problemOf(response))).not.toContain('secret');
    expect(response.status).toBe(500);
    expect(lines.join()).toContain('the Minister said a secret');
  });

  test('carries headers that keep other sites out', async () => {
    const { headers } = await fetch(`${address}/nowhere`);

    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('is logged without body, header or query', async () => {
    await publish({ ...report, countryName: 'CANARY-BODY' });
    await fetch(`${address}/nowhere?text=CANARY-QUERY`, { headers: { authorization: 'CANARY-HEADER' } });

    await expect.poll(() => lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.join()).not.toMatch(/CANARY|demarche_person/);
  });
});
