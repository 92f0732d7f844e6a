import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { BODY_LIMIT } from '../body-limit.ts';
import type { Destination } from './destination.ts';
import { realServers } from './spec-kit/real-servers.ts';

const { listen, inFrontOf, service, nowhere, allPassed, close } = realServers();
afterEach(close);

const liveStream = { 'content-type': 'text/event-stream' };
const json = { 'content-type': 'application/json' };

describe('a request', () => {
  test('arrives as it was sent, but for what is about its connection or is to stay here', async () => {
    const far = await service();
    const front = await inFrontOf(far.address, { without: ['cookie'], headers: { 'x-proof': 'signed' } });
    const answered = fetch(`${front}/far/a%2Fb?c=d`, {
      method: 'PUT',
      headers: {
        ...json,
        cookie: 'secret',
        'if-match': 'W/"3"',
        'x-correlation-id': 'visit-1',
        'proxy-connection': 'x',
      },
      body: '{"a":1}',
    });
    const [request, response] = await far.next();
    expect(request).toMatchObject({ method: 'PUT', url: '/far/a%2Fb?c=d' });
    expect(request.headers).toMatchObject({ 'if-match': 'W/"3"', 'x-correlation-id': 'visit-1', 'x-proof': 'signed' });
    expect(request.headers).not.toHaveProperty('cookie');
    expect(request.headers).not.toHaveProperty('proxy-connection');
    expect(await text(request)).toBe('{"a":1}');
    response.writeHead(201, { etag: 'W/"4"', 'set-cookie': ['a=1', 'b=2'], 'keep-alive': 'timeout=99' }).end('done');
    const got = await answered;
    expect(got.status).toBe(201);
    expect(got.headers.get('etag')).toBe('W/"4"');
    expect(got.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(got.headers.get('keep-alive')).not.toContain('99');
    expect(await got.text()).toBe('done');
  });

  test('that is too large to be held is passed on while it is still being sent', async () => {
    const far = await service();
    const front = await inFrontOf(far.address);
    const body = new TransformStream<Uint8Array, Uint8Array>();
    const sending = body.writable.getWriter();
    const answered = fetch(`${front}/far`, { method: 'POST', body: body.readable, duplex: 'half' } as RequestInit);
    void sending.write(Buffer.alloc(300_000));
    const [request, response] = await far.next();
    expect(await once(request, 'data')).toHaveLength(1);
    await sending.close();
    request.resume();
    await once(request, 'end');
    response.end();
    expect((await answered).status).toBe(200);
  });

  test('that breaks off before it has arrived is not passed on', async () => {
    const far = await service();
    const front = await inFrontOf(far.address);
    const leaving = connect(Number(new URL(front).port), '127.0.0.1');
    leaving.write('POST /far HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{');
    const answered = fetch(`${front}/far`);
    (await far.next())[1].end('next');
    expect(await (await answered).text()).toBe('next');
    leaving.destroy();
    await allPassed();
    expect(far.taken()).toBe(1);
  });

  test.each([
    ['as large as can be held', BODY_LIMIT],
    ['larger by a byte', BODY_LIMIT + 1],
    ['that is a large file', 5_000_000],
  ])('%s arrives whole', async (_, size) => {
    const digest = (bytes: Buffer): string => hash('sha256', bytes);
    const far = await listen(async (request, response) => response.end(digest(await buffer(request))));
    const bytes = randomBytes(size);
    const sent = [bytes, Readable.toWeb(Readable.from([bytes.subarray(0, BODY_LIMIT), bytes.subarray(BODY_LIMIT)]))];
    for (const body of sent) {
      const posting = { method: 'POST', body, duplex: 'half' } as RequestInit;
      const answered = await fetch(`${await inFrontOf(far)}/far`, posting);
      expect(await answered.text()).toBe(digest(bytes));
    }
  });

  test('that is refused before it has arrived is refused here too', async () => {
    const far = await listen((_request, response) => response.writeHead(413, json).end('{"code":"too-large"}'));
    const front = await inFrontOf(far);
    const answered = await fetch(`${front}/far`, { method: 'POST', body: 'x'.repeat(5_000_000) });
    expect(answered.status).toBe(413);
    expect(await answered.json()).toEqual({ code: 'too-large' });
  });
});

describe('a live stream', () => {
  test('is told of at once, and each piece as it comes', async () => {
    const far = await service();
    const front = await inFrontOf(far.address);
    const opening = fetch(`${front}/far`);
    const [, response] = await far.next();
    response.writeHead(200, liveStream).flushHeaders();
    const reader = ((await opening).body as ReadableStream<BufferSource>)
      .pipeThrough(new TextDecoderStream())
      .getReader();
    for (const piece of ['one', 'two']) {
      response.write(piece);
      expect((await reader.read()).value).toBe(piece);
    }
    response.end();
    expect((await reader.read()).done).toBe(true);
  });

  test('is left by this side as soon as its reader leaves', async () => {
    const far = await service();
    const front = await inFrontOf(far.address);
    const leaving = new AbortController();
    const opening = fetch(`${front}/far`, { signal: leaving.signal });
    const [, response] = await far.next();
    response.writeHead(200, liveStream).flushHeaders();
    await opening;
    const left = once(response, 'close');
    leaving.abort();
    await left;
    expect(response.writableFinished).toBe(false);
  });

  test.each([
    ['breaks off', 60_000, (response: ServerResponse) => response.destroy()],
    // As long as a machine may take, at its busiest, until it has begun.
    ['falls silent for too long', 2_000, () => undefined],
  ])('that %s, breaks off here', async (_, timeoutMs, end) => {
    const far = await service();
    const front = await inFrontOf(far.address, { timeoutMs });
    const opening = fetch(`${front}/far`);
    const [, response] = await far.next();
    response.writeHead(200, liveStream).write('one');
    const opened = await opening;
    end(response);
    await expect(opened.text()).rejects.toThrow('terminated');
  });

  test('is not held up by how many others there are', async () => {
    const far = await listen((_request, response) => response.writeHead(200, liveStream).write(':'));
    const front = await inFrontOf(far);
    const opened = await Promise.all(Array.from({ length: 300 }, () => fetch(`${front}/far`)));
    expect(opened.every(({ ok }) => ok)).toBe(true);
    await Promise.all(opened.map(({ body }) => body?.cancel()));
  });
});

describe('a service that is away', () => {
  const answerFor = async (address: string, more: Partial<Destination> = {}) => {
    const response = await fetch(`${await inFrontOf(address, more)}/far`, {
      method: 'POST',
      headers: { ...json, 'x-correlation-id': 'visit-1' },
      body: '{}',
    });
    return { retryAfter: response.headers.get('retry-after'), ...((await response.json()) as object) };
  };
  const unavailable = {
    type: 'urn:demarche:problem:gateway-unavailable',
    status: 503,
    code: 'gateway-unavailable',
    correlationId: 'visit-1',
    retryAfter: '2',
  };

  test('is said to be, with when to try again', async () => {
    const unreachable = { type: 'urn:demarche:problem:service-unreachable', code: 'service-unreachable' };
    expect(await answerFor(await nowhere())).toMatchObject({ ...unavailable, ...unreachable });
  });

  test('is given up when it does not answer', async () => {
    expect(await answerFor((await service()).address, { timeoutMs: 100 })).toMatchObject(unavailable);
  });
});
