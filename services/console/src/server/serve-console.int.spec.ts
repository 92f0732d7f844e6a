import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Officer } from '@demarche/contracts';
import { createHttpApp, createLogger } from '@demarche/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { questionKey } from '../graphql/question-key.ts';
import { countriesQuestion } from '../pages/countries/countries-question.ts';
import { type ConsoleOptions, serveConsole } from './serve-console.ts';

let folder: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});

afterEach(() => {
  server?.close();
});

const build = () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><head></head><p>Demarche</p>');
  writeFileSync(join(folder, 'assets/index-1a2b.js'), 'let a;');
  writeFileSync(join(folder, 'assets/index-1a2b.js.br'), brotliCompressSync('let a;'));
};

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const serve = async (options: Partial<ConsoleOptions> = {}) => {
  const app = createHttpApp({
    logger: createLogger({ service: 'pages', level: 'silent', form: 'json' }),
    mount: (mounted) => {
      mounted.use(serveConsole({ marking: 'UNCLASSIFIED', demonstration: true, folder, ...options }));
    },
  });
  server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  // Bare, because a browser’s fetch would tidy the path up before sending it.
  return (path: string, headers: Record<string, string> = { accept: 'text/html' }) =>
    new Promise<Got>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    });
};

describe('the pages', () => {
  test.each(['/', '/countries/XKD?on=2019-01-01&known=then', '/recommendations/XKD-2026-01/assess'])(
    'given the address %s, then it is the one page',
    async (path) => {
      build();
      const get = await serve();
      const got = await get(path);
      expect(got).toMatchObject({ status: 200, body: expect.stringContaining('Demarche') });
      expect(got.headers['cache-control']).toBe('private, no-cache');
    },
  );

  test('no page may run or fetch what is not its own', async () => {
    build();
    const policy = String((await (await serve())('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test('an asset comes as it was compressed, to be kept for ever', async () => {
    build();
    const get = await serve();
    const squeezed = await get('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(squeezed.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': expect.stringContaining('immutable'),
    });
    const plain = await get('/assets/index-1a2b.js', {});
    expect(plain.body).toBe('let a;');
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  test.each(['/assets/..%2fsecret.txt', '/assets/../secret.txt', '/assets/index-9999.js', '/assets/%00'])(
    'given %s, then there is nothing',
    async (path) => {
      build();
      const got = await (await serve())(path, {});
      expect(got.status).toBeGreaterThanOrEqual(400);
      expect(got.body).not.toContain('secret"');
      expect(got.headers['content-type']).toContain('problem+json');
    },
  );

  test('given an address with a broken escape, then the page says so to a person, and a program is refused', async () => {
    build();
    const get = await serve();
    expect(await get('/countries/%E0%A4')).toMatchObject({ status: 404, body: expect.stringContaining('Demarche') });
    const refused = await get('/countries/%E0%A4', { accept: 'application/json' });
    expect(refused.status).toBe(400);
    expect(refused.headers['content-type']).toContain('problem+json');
  });

  test.each([
    ['*/*', 200],
    ['application/json', 404],
    ['application/json, text/plain, */*', 404],
  ])('whoever opens the front door and takes %s is answered %s', async (accept, status) => {
    build();
    expect(await (await serve())('/', { accept })).toMatchObject({ status });
  });

  test('whoever asks for data at a page’s address is told that there is nothing', async () => {
    build();
    expect((await (await serve())('/countries', { accept: 'application/json' })).status).toBe(404);
  });

  test('given a build after the start, then what was there at the start is served on', async () => {
    build();
    const get = await serve();
    rmSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html><p>Another</p>');
    expect(await get('/')).toMatchObject({ status: 200, body: expect.stringContaining('Demarche') });
    expect(await get('/assets/index-1a2b.js', {})).toMatchObject({ status: 200, body: 'let a;' });
  });

  test('given pages built for the first time after the start, then they are served without another start', async () => {
    const get = await serve();
    expect((await get('/')).status).toBe(503);
    build();
    expect((await get('/')).status).toBe(200);
  });

  test('given pages that were never built, then it says how to build them', async () => {
    expect(await (await serve())('/')).toMatchObject({ status: 503, body: expect.stringContaining('npm run build') });
  });
});

describe('what the installation says of itself', () => {
  test.each([
    [true, 'device'],
    [false, 'tab'],
  ])('given demonstration data: %s, then drafts are kept in the %s', async (demonstration, drafts) => {
    const got = await (await serve({ demonstration }))('/console-config', {});
    expect(JSON.parse(got.body)).toEqual({ marking: 'UNCLASSIFIED', demonstration, drafts });
  });
});

describe('what a page asks for first', () => {
  const told = (body: string): unknown => {
    const content = /<meta name="demarche-start" content="([^"]*)"/.exec(body)?.[1] ?? 'null';
    const plain = content.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    return JSON.parse(plain.replaceAll('&amp;', '&'));
  };
  const config = { marking: 'UNCLASSIFIED', demonstration: true, drafts: 'device' };
  const ines = { id: 'ines', name: '"Ines" <b> & Okafor $&', role: 'rpa_lead', post: 'Washington' } as Officer;
  const identity = { identify: async ({ headers }: { headers: object }) => ('cookie' in headers ? ines : null) };

  test('comes with it: what the installation says of itself, and who asks', async () => {
    build();
    const get = await serve({ identity });
    const signedIn = await get('/engagements/new', { accept: 'text/html', cookie: 'ines' });
    expect(told(signedIn.body)).toEqual({ config, viewer: ines });
    expect(signedIn.body).not.toContain('<b>');
    expect(signedIn.headers['cache-control']).toBe('private, no-cache');
    expect(told((await get('/')).body)).toEqual({ config, viewer: null });
  });

  test('leaves out who asks where the server cannot tell', async () => {
    build();
    expect(told((await (await serve())('/')).body)).toEqual({ config });
    const unsure = await serve({ identity: { identify: async () => undefined } });
    expect(told((await unsure('/')).body)).toEqual({ config });
  });

  describe('the answer to it', () => {
    const signedIn = { accept: 'text/html', cookie: 'ines' };
    const data = { countries: { nodes: [{ name: 'Kaldara & <Norvia>' }] }, status: { position: 7 } };

    test('comes with it, asked as the page would ask', async () => {
      build();
      const asked: object[] = [];
      const get = await serve({
        identity,
        ask: async (question, { headers }) => {
          asked.push({ ...question, cookie: headers.cookie });
          return data;
        },
      });
      const { document, variables } = countriesQuestion(new URLSearchParams('sort=open'));
      const { body } = await get('/?sort=open', signedIn);
      expect(told(body)).toEqual({ config, viewer: ines, first: { key: questionKey(document, variables), data } });
      expect(asked).toEqual([
        { query: document, variables: expect.objectContaining({ sort: 'OPEN' }), cookie: signedIn.cookie },
      ]);
    });

    test.each([
      ['it was refused', async () => undefined],
      ['it could not be asked', () => Promise.reject(new Error('The gateway is away'))],
      ['it takes long', () => new Promise<undefined>(() => undefined)],
    ])('given %s, then the page comes without', async (_, ask) => {
      build();
      const get = await serve({ identity, ask });
      const got = await get('/', signedIn);
      expect(got.status).toBe(200);
      expect(told(got.body)).toEqual({ config, viewer: ines });
    });

    test('is sent to nobody who is not signed in', async () => {
      build();
      const get = await serve({ identity, ask: () => Promise.reject(new Error('Nobody may ask')) });
      expect(told((await get('/')).body)).toEqual({ config, viewer: null });
    });

    test('is compressed with the page for whoever takes it so', async () => {
      build();
      const long = { ...data, text: 'We asked again. '.repeat(500) };
      const get = await serve({ identity, ask: async () => long });
      const plain = await get('/', signedIn);
      const squeezed = await get('/', { ...signedIn, 'accept-encoding': 'gzip, br' });
      expect(squeezed.headers).toMatchObject({
        'content-encoding': 'br',
        vary: expect.stringMatching(/Accept-Encoding/),
      });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(Number(squeezed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 5);
    });
  });
});
