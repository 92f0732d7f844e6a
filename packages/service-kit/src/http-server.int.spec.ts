import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createHttpServer, type ServerLimits } from './http-server.ts';
import { standStill } from './spec-kit/stand-still.ts';
import { letArrive } from './watch-arrival.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const serve = async (listener: RequestListener, limits: Partial<ServerLimits> = {}): Promise<number> => {
  server = createHttpServer(listener, limits).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

const ok: RequestListener = (_request, response) => response.end('ok');

/** Sends as it stands, and answers what came back until the server closed the connection. */
const exchange = async (port: number, ...pieces: readonly string[]): Promise<string> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  const answer = await text(socket);
  socket.destroy();
  return answer;
};

const bodyOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as { code: string };
const head = (more = '') => `POST / HTTP/1.1\r\nHost: here\r\n${more}\r\n`;

describe('a request that takes too long to arrive', () => {
  test.each([
    ['its head', 'GET / HTTP/1.1\r\nHost:'],
    ['its body', `${head('Content-Length: 5\r\n')}abc`],
    ['a body in pieces', `${head('Transfer-Encoding: chunked\r\n')}1\r\na\r\n`],
  ])('%s: is refused and the connection closed', async (_, sent) => {
    const port = await serve(() => undefined, { headMs: 50, requestMs: 100 });
    const answer = await exchange(port, sent);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(bodyOf(answer)).toMatchObject({ code: 'too-slow' });
  });

  test('that had arrived while this process stood still is answered', async () => {
    const port = await serve(ok, { headMs: 50 });
    const taken = once(server, 'connection');
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    await Promise.all([taken, once(socket, 'connect')]);
    socket.write(head('Connection: close\r\n'));
    standStill(500);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n.*ok$/s);
  });

  test('when it is answered already, the rest of it is cut off', async () => {
    const port = await serve(ok, { lingerMs: 50, requestMs: 60_000 });
    const answer = await exchange(port, `${head('Content-Length: 1000000\r\n')}abc`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n.*ok$/s);
  });

  test.each([
    ['as long as enough of it keeps coming', 1, 5, /^HTTP\/1\.1 200 OK\r\n.*ok$/s],
    ['and no longer', 2, 1, /^HTTP\/1\.1 408 Request Timeout\r\n/],
  ])('where a route lets it, it takes its time, %s', async (_, requestBytes, looks, expected) => {
    // What looks whether enough has come does so when the spec says, however long a byte takes to arrive.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const asked = Promise.withResolvers<IncomingMessage>();
    const route: RequestListener = (request, response) => {
      letArrive(request);
      request.resume().once('end', () => response.end('ok'));
      asked.resolve(request);
    };
    const port = await serve(route, { requestMs: 60_000, requestBytes, idleMs: 50 });
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined);
    const answer = text(socket);
    socket.write(head('Content-Length: 5\r\n'));
    const request = await asked.promise;
    for (let look = 0; look < looks; look += 1) {
      const arrived = once(request, 'data');
      socket.write('a');
      await arrived;
      vi.advanceTimersByTime(60_000);
    }
    expect(await answer).toMatch(expected);
    socket.destroy();
  });
});

test('who asks for the connection to be closed learns the answer, even while the request still comes', async () => {
  const port = await serve(ok, { lingerMs: 60_000 });
  const asked = connect(port, '127.0.0.1');
  const answered = Promise.race([text(asked), once(asked, 'error')]);
  asked.write(head('Connection: close\r\nContent-Length: 10000000\r\n'));
  for (let at = 0; at < 100; at += 1) asked.write('x'.repeat(100_000));
  expect(await answered).toMatch(/ok$/);
  asked.destroy();
});

test('nothing is taken that follows upon an answer with which the connection closes', async () => {
  let taken = 0;
  const port = await serve((_request, response) => {
    taken += 1;
    response.setHeader('Connection', 'close').end('ok');
  });
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.write(`${head('Content-Length: 5\r\n')}ab`);
  expect(await text(socket)).toMatch(/ok$/);
  const closed = once(socket, 'close');
  socket.end(`cde${head()}`);
  await closed;
  await expect.poll(() => promisify(server.getConnections.bind(server))()).toBe(0);
  expect(taken).toBe(1);
});

test('a request that goes on and on after its answer is cut off before its time', async () => {
  const port = await serve(ok, { lingerBytes: 1_000, lingerMs: 60_000, idleMs: 60_000 });
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(`${head('Content-Length: 1000000\r\n')}abc`);
  expect(String(await once(socket, 'data'))).toContain('ok');
  socket.resume().write('x'.repeat(5_000));
  // By nothing else: everything else waits longer than the spec.
  await closed;
});

describe('what is no request', () => {
  test.each([
    ['nonsense', 'nonsense\r\n\r\n', 400, 'unreadable'],
    ['two lengths', `${head('Content-Length: 1\r\nTransfer-Encoding: chunked\r\n')}`, 400, 'unreadable'],
    ['too many headers', head(`X-Long: ${'x'.repeat(20_000)}\r\n`), 431, 'headers-too-large'],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'unreadable'],
    ['an expectation', head('Expect: miracles\r\nConnection: close\r\n'), 417, 'expectation-unknown'],
  ])('%s is refused with a problem document', async (_, sent, status, code) => {
    const answer = await exchange(await serve(ok), sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*application/problem\\+json`, 's'));
    expect(bodyOf(answer)).toMatchObject({ status, code });
  });
});

describe('an answer', () => {
  test('that nobody reads is given up', async () => {
    const given = Promise.withResolvers<void>();
    const port = await serve(
      (_request, response) => {
        response.once('close', given.resolve);
        response.write('x'.repeat(50_000_000));
      },
      { stallMs: 1_000 },
    );
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.pause();
    socket.write(head());
    await expect(given.promise).resolves.toBeUndefined();
    socket.destroy();
  });

  test('that says nothing for a while goes on', async () => {
    const port = await serve(
      (request, response) => {
        response.writeHead(200, { Connection: 'close' });
        response.write('first ');
        // Once the first time is over, which is shorter here: at its length the request itself could come too late.
        request.socket.setTimeout(50).once('timeout', () => setImmediate(() => response.end('last')));
      },
      { stallMs: 60_000 },
    );
    expect(await exchange(port, head())).toContain('last');
  });
});

test('a connection that asks nothing more is closed', async () => {
  const port = await serve(ok, { idleMs: 50 });
  expect(await exchange(port, head())).toContain('ok');
});

test('no more connections are taken than there is room for', async () => {
  const port = await serve(ok, { connections: 1 });
  const first = connect(port, '127.0.0.1');
  await once(first, 'connect');
  expect(await exchange(port, head())).toBe('');
  first.destroy();
});
