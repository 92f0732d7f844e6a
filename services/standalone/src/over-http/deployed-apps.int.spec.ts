import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sending, type ServedDeployment, serveDeployed } from './spec-kit/serve-deployed.ts';

let deployed: ServedDeployment;
beforeAll(async () => {
  deployed = await serveDeployed();
  await deployed.signIn();
});
afterAll(() => deployed.close());

const report = (country: string, countryName: string) => ({
  country,
  countryName,
  reportYear: 2026,
  tier: { value: 'tier-2' },
  section: 'complete',
  recommendations: [{ text: 'Fund shelters.' }],
});
const command = (path: string, body: Sending['body'], headers: Sending['headers'] = {}) =>
  deployed.send('POST', `/api${path}`, { body: body ?? {}, headers: { 'idempotency-key': randomUUID(), ...headers } });
const graph = async (query: string) => (await deployed.send('POST', '/graphql', { body: { query } })).json();
/** It gives up whoever does not answer in two seconds, as all of this process may while it stands still. */
const readinessOf = async ({ address }: { readonly address: string }): Promise<unknown> =>
  (await fetch(`${address}/readyz`)).json();

/** Whatever another test has taken away is back. */
const without = async (service: { stop(): Promise<void>; start(): Promise<void> }, work: () => Promise<void>) => {
  await service.stop();
  try {
    await work();
  } finally {
    await service.start();
  }
};

describe('a command of a program', () => {
  test('reaches the service that owns it, and is read in the views', async () => {
    const published = await command('/country-reports', report('XKD', 'Kaldara'), { 'x-correlation-id': 'visit-1' });
    expect(published.status).toBe(201);
    expect(Object.fromEntries(published.headers)).toMatchObject({
      location: '/reports/XKD-2026',
      etag: 'W/"0"',
      'x-position': expect.stringMatching(/^\d+$/),
      'x-correlation-id': 'visit-1',
    });
    const minPosition = published.headers.get('x-position');
    expect(await graph(`{ country(code: "XKD", minPosition: ${minPosition}) { name heldSince } }`)).toMatchObject({
      data: { country: { name: 'Kaldara' } },
    });
  });

  test.each([
    ['/country-reports', 'recommendations'],
    ['/engagements', 'engagements'],
    ['/forum-instruments', 'commitments'],
  ] as const)('to %s is a matter of %s alone', async (path, owner) => {
    const { services } = deployed;
    const taken = () => Object.entries(services).map(([name, { taken: count }]) => [name, count()] as const);
    const before = taken();
    expect(await (await command(path, {})).json()).toMatchObject({ code: 'malformed' });
    expect(taken()).toEqual(before.map(([name, count]) => [name, name === owner ? count + 1 : count]));
  });

  test('is the same command when it is sent again under its key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = report('XSE', 'Selenia');
    const first = await command('/country-reports', body, key);
    const again = await command('/country-reports', body, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await again.json()).toMatchObject({ repeated: true });
  });

  test('that is late is refused with the revision that the record has now', async () => {
    const published = await command('/country-reports', report('XNV', 'Norvia'));
    const tags = { pillars: ['protection'], standards: [] };
    const seen = { 'if-match': (await command('/recommendations/XNV-2026-01/tags', tags)).headers.get('etag') ?? '' };
    const other = { ...tags, pillars: ['prevention'] };
    const inTime = await command('/recommendations/XNV-2026-01/tags', other, seen);
    expect({ published: published.status, inTime: inTime.status }).toEqual({ published: 201, inTime: 201 });
    const late = await command('/recommendations/XNV-2026-01/tags', tags, seen);
    expect(late.status).toBe(412);
    expect(late.headers.get('etag')).toBe(inTime.headers.get('etag'));
    const { revision } = (await inTime.json()) as { revision: number };
    expect(await late.json()).toMatchObject({ code: 'stale', currentRevision: revision });
  });

  test('is sent again under its key where the connection to its service breaks off', async () => {
    const { recommendations } = deployed.services;
    const before = recommendations.taken();
    recommendations.breakOff(2);
    expect((await command('/country-reports', report('XTS', 'Tarsia'))).status).toBe(201);
    expect(recommendations.taken()).toBe(before + 3);
  });

  const tags = { pillars: [], standards: [] };
  test.each([
    ['without a key', { headers: { 'idempotency-key': '' } }, [400, 'missing-idempotency-key']],
    ['that is malformed', { body: { country: 'Kaldara' } }, [400, 'malformed']],
    ['of no JSON', { headers: { 'content-type': 'text/plain' }, body: 'x' }, [415, 'unsupported-media-type']],
    ['that is too large', { body: { text: 'x'.repeat(200_000) } }, [413, 'too-large']],
    [
      'about what is not on record',
      { path: '/recommendations/XKD-1999-01/tags', body: tags },
      [404, 'recommendation-unknown'],
    ],
    ['that there is not', { path: '/ministers/praise' }, [404, 'not-found']],
    ['of another site', { headers: { 'sec-fetch-site': 'cross-site' } }, [403, 'foreign-origin']],
  ])('%s is refused in the words of a write service', async (_, sent: Sending & { path?: string }, [status, code]) => {
    const { path = '/country-reports', body, headers = {} } = sent;
    const refused = await command(path, body, headers);
    expect(refused.headers.get('content-type')).toMatch('application/problem+json');
    expect(await refused.json()).toMatchObject({ status, code });
  });

  test('is refused where nobody is signed in, whoever else it claims to be from', async () => {
    const forged = {
      cookie: 'demarche_person=ines.okafor.forged',
      'x-demarche-officer': 'e30.forged',
      'x-demarche-service': 'e30.forged',
    };
    const before = deployed.services.recommendations.taken();
    const refused = await command('/country-reports', report('XZZ', 'Nowhere'), forged);
    expect(await refused.json()).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(deployed.services.recommendations.taken()).toBe(before);
  });

  test('that is no command is told what is', async () => {
    const refused = await deployed.send('GET', '/api/country-reports');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('whose service is away is told that nothing was recorded, and when to ask; the others go on', async () => {
    const { services, gateway } = deployed;
    await without(services.recommendations, async () => {
      const lost = await command('/country-reports', report('XZZ', 'Nowhere'));
      expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '2']);
      expect(await lost.json()).toMatchObject({
        code: 'service-unreachable',
        detail: expect.stringContaining('Nothing was recorded now'),
      });
      const mutation = `mutation { tagRecommendation(input: { reference: "XKD-2026-01", pillars: [], standards: [] }, idempotencyKey: "${randomUUID()}") { answer { position } } }`;
      expect(await graph(mutation)).toMatchObject({
        errors: [
          { message: expect.stringContaining('Nothing was recorded now'), extensions: { code: 'service-unreachable' } },
        ],
      });
      expect((await command('/engagements', {})).status).toBe(400);
      await expect
        .poll(() => readinessOf(gateway))
        .toMatchObject({
          status: 'warn',
          checks: {
            recommendations: { status: 'warn' },
            engagements: { status: 'pass' },
            projections: { status: 'pass' },
          },
        });
      await expect
        .poll(() => readinessOf(deployed.console))
        .toMatchObject({
          status: 'warn',
          checks: {
            gateway: {
              status: 'warn',
              behind: [{ name: 'recommendations', status: 'warn', error: expect.stringContaining('does not answer') }],
            },
          },
        });
    });
    expect((await command('/country-reports', {})).status).toBe(400);
  });
});

describe('a live stream, through both', () => {
  const follow = async () => {
    const leaving = new AbortController();
    const body = { query: 'subscription { changes { countries } }' };
    const headers = { accept: 'text/event-stream' };
    const response = await deployed.send('POST', '/graphql', { body, headers, signal: leaving.signal });
    const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (awaited: string): Promise<void> => {
      while (!heard.includes(awaited)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`The stream ended: ${heard}`);
        heard += value;
      }
    };
    const toTheEnd = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    return { response, hear, leave: () => leaving.abort(), toTheEnd };
  };

  test('tells of a change as soon as the views have it', async () => {
    const { response, hear, leave } = await follow();
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    await hear(':\n\n');
    await command('/country-reports', report('XPL', 'Palisadia'));
    await hear('XPL');
    leave();
  });

  test('breaks off with the gateway, and can be opened again once that is back', async () => {
    const before = await follow();
    await before.hear(':\n\n');
    await without(deployed.gateway, async () => {
      await expect(before.toTheEnd()).rejects.toThrow('terminated');
    });
    const after = await follow();
    await after.hear(':\n\n');
    after.leave();
  });
});

describe('the gateway away', () => {
  test('is said by everything that is its own, with when to ask again', async () => {
    await without(deployed.gateway, async () => {
      const paths = [
        '/graphql',
        '/api/country-reports',
        '/identity/sign-in',
        '/import/preview',
        '/operator/projections/replay',
      ];
      const sendOne = async (path: string): Promise<void> => {
        const away = await deployed.send('POST', path, { body: {} });
        expect([path, away.status, away.headers.get('retry-after')]).toEqual([path, 503, '2']);
        expect(await away.json()).toMatchObject({ code: 'gateway-unavailable' });
      };
      await Promise.all(paths.map(sendOne));
      await expect.poll(() => readinessOf(deployed.console)).toMatchObject({ status: 'warn' });
    });
  });

  test('does not keep pages from being opened; only who asks is left out', async () => {
    const start = async (): Promise<string> =>
      (await deployed.send('GET', '/', { headers: { accept: 'text/html' } })).text();
    expect(await start()).toContain('ines.okafor');
    await without(deployed.gateway, async () => {
      const page = await start();
      expect(page).toContain('demarche-start');
      expect(page).not.toContain('viewer');
    });
  });
});

test('whoever signs out is signed out everywhere', async () => {
  const out = await deployed.send('POST', '/identity/sign-out', { body: {} });
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  const nobody = { cookie: '' };
  expect((await deployed.send('GET', '/operator/projections/parked', { headers: nobody })).status).toBe(401);
  expect((await deployed.send('POST', '/import/preview', { headers: nobody, body: { files: [] } })).status).toBe(401);
  const page = await deployed.send('GET', '/', { headers: { ...nobody, accept: 'text/html' } });
  expect(await page.text()).toContain('&quot;viewer&quot;:null');
});

test.each(['console', 'gateway'] as const)('the %s is not answered for under a foreign name', async (service) => {
  const status = await new Promise((resolve, reject) => {
    request(`${deployed[service].address}/livez`, { headers: { host: 'demarche.example' } }, (response) =>
      resolve(response.resume().statusCode),
    )
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

test('a file is read and held against what is on record', async () => {
  const narrative = `2026 Trafficking in Persons Report: Kaldara

KALDARA (Tier 2)

The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. Therefore Kaldara remained on Tier 2.

PRIORITIZED RECOMMENDATIONS:

• Fund shelters.

PROSECUTION

The government maintained law enforcement efforts.
`;
  const files = [{ name: 'kaldara.txt', contentBase64: Buffer.from(narrative).toString('base64') }];
  const preview = await deployed.send('POST', '/import/preview', { body: { files, hints: {} } });
  expect(await preview.json()).toMatchObject({ files: [{ reportId: 'XKD-2026', outcome: 'unchanged' }] });
});

describe('an operator', () => {
  const operate = (method: string, path: string) =>
    deployed.send(method, `/operator/${path}`, method === 'POST' ? { body: {} } : {});

  test('is told of all replicas as of one', async () => {
    expect(await (await operate('GET', 'projections/parked')).json()).toEqual({ parked: [] });
    expect(await (await operate('GET', 'doctor')).json()).toMatchObject({
      newestRecordedAt: '2026-11-21T12:00:00.000Z',
      checks: { projections: { status: 'pass', parked: 0 } },
    });
  });

  test('has every replica build its views anew', async () => {
    const begun = await operate('POST', 'projections/rebuild');
    expect(begun.status).toBe(202);
    const ended = async () =>
      ((await (await operate('GET', 'projections/rebuild')).json()) as { rebuild: unknown }).rebuild;
    await expect.poll(ended, { timeout: 20_000 }).toMatchObject({ state: 'done' });
    const states = deployed.replicas.map(({ module }) => module.rebuildState());
    expect(states).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  });

  test('has every replica offered what it holds back, and a rebuild called off everywhere', async () => {
    expect(await (await operate('POST', 'projections/replay')).json()).toEqual({ events: 0, freed: [], stayed: [] });
    expect(await (await operate('POST', 'projections/rebuild/cancel')).json()).toMatchObject({ cancelled: false });
  });

  test('is refused in the words of a replica', async () => {
    const refused = await deployed.send('POST', '/operator/projections/rebuild', { body: { view: 'praise' } });
    expect(await refused.json()).toMatchObject({
      status: 404,
      code: 'view-unknown',
      detail: expect.stringContaining('praise'),
    });
  });

  test('is refused, and nothing is begun anywhere, while one replica is away', async () => {
    const [first, second] = deployed.replicas;
    const before = first.module.rebuildState()?.number;
    await without(second, async () => {
      const refused = await operate('POST', 'projections/rebuild');
      expect(refused.headers.get('retry-after')).toBe('2');
      expect(await refused.json()).toMatchObject({
        code: 'views-unavailable',
        detail: expect.stringContaining(`${second.address} does not answer`),
      });
      expect(first.module.rebuildState()?.number).toBe(before);
    });
  });
});
