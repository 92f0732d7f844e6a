import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpApp } from './http-app.ts';
import { createHttpServer } from './http-server.ts';
import { createLogger } from './logger.ts';
import { problem } from './problem.ts';

const server = createHttpServer(
  createHttpApp({
    logger: createLogger({ service: 'test', level: 'silent' }),
    bodies: { '/large': 200_000, '/left': 'read-by-the-route' },
    mount(app) {
      app.use('/left', async (asked, response) => response.json({ body: asked.body ?? (await text(asked)) }));
      app.post('/{*path}', (asked, response) => void response.json({ body: asked.body ?? null }));
    },
  }),
);
let port: number;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, path = '/') => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { code, body: read } = (await response.json()) as { code?: string; body?: unknown };
  return { status: response.status, code, read };
};

describe('a body', () => {
  test.each([
    ['an object', '{"a":"é"}', {}, { a: 'é' }],
    ['a list', '[1]', {}, [1]],
    ['one that begins with a byte order mark', '\uFEFF{"a":1}', {}, { a: 1 }],
    ['one that says it is UTF-8', '{"a":1}', { 'content-type': 'application/json; charset="UTF-8"' }, { a: 1 }],
    ['nothing', '', {}, {}],
    ['something else', '{"a":1}', { 'content-type': 'text/plain' }, null],
  ])('that is %s is read', async (_, body, headers, read) => {
    expect(await post(body, headers)).toEqual({ status: 200, code: undefined, read });
  });

  test.each([
    ['a bare word', 'true', {}, 'not-json'],
    ['cut short', '{"a":', {}, 'not-json'],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {}, 'not-json'],
    [
      'in another character set',
      '{"a":1}',
      { 'content-type': 'application/json; charset=utf-16' },
      'unsupported-media-type',
    ],
    ['compressed', new Uint8Array(gzipSync('{"a":1}')), { 'content-encoding': 'gzip' }, 'compressed'],
    ['one byte too long', `"${'x'.repeat(100 * 1024 - 1)}"`, {}, 'too-large'],
    ['of ten thousand values and one', `[${'0,'.repeat(9_999)}0]`, {}, 'too-intricate'],
    ['33 levels deep', '['.repeat(33) + ']'.repeat(33), {}, 'too-intricate'],
  ] as const)('that is %s is refused', async (_, body, headers, code) => {
    expect(await post(body, headers)).toMatchObject({ status: problem(code, '').problem.status, code });
  });

  test('may be longer where the route says so', async () => {
    expect(await post(`["${'x'.repeat(199_000)}"]`, {}, '/Large/')).toMatchObject({ status: 200 });
    expect(await post(`["${'x'.repeat(200_000)}"]`, {}, '/large')).toMatchObject({ status: 413 });
  });

  test.each(['/left', '/LEFT/Behind', '/left/', '/left//behind', '/Left/%2Fbehind', '/left?behind'])(
    'is left to the route that answers to %s',
    async (path) => {
      expect(await post('{"a":1}', {}, path)).toEqual({ status: 200, code: undefined, read: '{"a":1}' });
    },
  );

  test.each(['//left', '/%6ceft', '/left%2Fbehind', '/lefthanded', '/LARGER'])(
    'is read for whoever answers to %s, which is another address',
    async (path) => {
      expect(await post('{"a":1}', {}, path)).toEqual({ status: 200, code: undefined, read: { a: 1 } });
    },
  );

  test('without an end is refused as soon as it is too long, not when it ends', async () => {
    const asked = request({ port, method: 'POST', headers: { 'content-type': 'application/json' } });
    asked.write(`["${'x'.repeat(150_000)}`);
    const [response] = await once(asked, 'response');
    expect(response.statusCode).toBe(413);
    asked.destroy();
  });

  test('that breaks off harms nobody', async () => {
    const asked = request({ port, method: 'POST', headers: { 'content-type': 'application/json' } });
    asked.on('error', () => undefined);
    asked.write('["x');
    await once(asked, 'socket');
    asked.destroy();
    expect(await post('[1]')).toMatchObject({ status: 200 });
  });
});
