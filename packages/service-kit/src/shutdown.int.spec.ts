import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { createReadiness, type HealthCheck, healthRoutes } from './health.ts';
import { createHttpApp } from './http-app.ts';
import { createLogger } from './logger.ts';
import { createShutdown } from './shutdown.ts';

const logger = createLogger({ service: 'test', level: 'silent' });

/** Longer than a spec takes: nothing that is seen to end does so by its time running out. */
const LONG_MS = 60_000;

/** More than the system takes off the hands of whoever sends it. */
const LONG = 'x'.repeat(32 * 1024 * 1024);

const serve = async (checks: Record<string, HealthCheck> = {}, leavingMs = 0, grace = LONG_MS) => {
  const readiness = createReadiness();
  const asked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const read = Promise.withResolvers<void>();
  const app = createHttpApp({
    logger,
    mount: (mounted) => {
      mounted.use(healthRoutes(checks, readiness));
      mounted.get('/slow', async (_request, response) => {
        asked.resolve();
        await release.promise;
        response.send('done');
      });
      mounted.get('/long', (_request, response) => {
        response.once('close', read.resolve);
        response.type('text/plain').end(LONG);
      });
      mounted.get('/live', (_request, response) => {
        response.type('text/event-stream').write(': hello\n\n');
      });
    },
  });
  const server: Server = app.listen(0, '127.0.0.1');
  server.keepAliveTimeout = LONG_MS;
  const closed: string[] = [];
  const stop = createShutdown({
    server,
    readiness,
    logger,
    grace,
    leavingMs,
    hangUp: () => void closed.push('hung up'),
    close: [
      () => {
        closed.push('projections');
        throw new Error('cannot close');
      },
      async () => {
        closed.push('store');
      },
    ],
  });
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    stop,
    closed,
    readiness,
    slowAsked: asked.promise,
    letSlowGo: release.resolve,
    longRead: read.promise,
  };
};

/** A connection without any patience or wit of its own. */
const connectTo = (address: string): Socket => {
  const { hostname, port } = new URL(address);
  return connect(Number(port), hostname);
};
const ask = (socket: Socket, path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);

/** One that is idle: what was asked over it is answered. */
const keptConnection = async (address: string): Promise<Socket> => {
  const socket = connectTo(address);
  ask(socket, '/livez');
  await once(socket, 'data');
  return socket;
};

const whyNot = (error: { readonly cause?: { readonly code?: string } }) => error.cause?.code;

describe('health', () => {
  test('the process turns', async () => {
    const { address, stop } = await serve();

    expect(await (await fetch(`${address}/livez`)).json()).toEqual({ status: 'pass' });
    await stop();
  });

  test.each([
    ['every check passes', () => ({ status: 'pass', lag: 0 }) as const, 200, 'pass'],
    ['one warns', () => ({ status: 'warn', parked: ['recommendation-XKD-2026-01'] }) as const, 200, 'warn'],
    ['one fails', () => ({ status: 'fail' }) as const, 503, 'fail'],
    ['one throws', () => Promise.reject(new Error('no store')), 503, 'fail'],
  ])('ready: %s', async (...[, check, status, word]) => {
    const { address, stop } = await serve({ store: () => ({ status: 'pass' }), projections: check });
    const response = await fetch(`${address}/readyz`);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      status: word,
      checks: { store: { status: 'pass' }, projections: {} },
    });
    await stop();
  });

  test('ready no more once it is to stop', async () => {
    const { address, stop, readiness } = await serve();
    readiness.drop();

    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    await stop();
  });
});

describe('stopping', () => {
  test('lets a request finish, then closes every part in order, even when one cannot', async () => {
    const { address, stop, closed, slowAsked, letSlowGo } = await serve();
    const slow = fetch(`${address}/slow`);
    await slowAsked;

    const stopped = stop();
    expect(closed).toEqual(['hung up']);
    letSlowGo();

    expect(await (await slow).text()).toBe('done');
    await stopped;
    expect(closed).toEqual(['hung up', 'projections', 'store']);
    await expect(fetch(`${address}/livez`)).rejects.toThrow('fetch failed');
  });

  test('goes on answering whoever has not noticed yet that it is not ready any more', async () => {
    const { address, stop, closed, slowAsked, letSlowGo } = await serve({}, 2_000);
    const slow = fetch(`${address}/slow`);
    await slowAsked;
    const stopped = stop();

    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect((await fetch(`${address}/livez`)).status).toBe(200);
    expect(closed).toEqual(['hung up']);
    await expect
      .poll(() => fetch(`${address}/livez`).then(() => 'answered', whyNot), { timeout: 20_000 })
      .toBe('ECONNREFUSED');
    letSlowGo();
    expect((await slow).headers.get('connection')).toBe('close');
    await stopped;
    expect(closed).toEqual(['hung up', 'projections', 'store']);
  });

  test('ends live streams, which never end by themselves', async () => {
    const { address, stop } = await serve();
    const live = await fetch(`${address}/live`);

    await stop();
    await expect(live.text()).rejects.toThrow('terminated');
  });

  test('does not wait for ever for a request that hangs', async () => {
    const { address, stop, slowAsked, closed } = await serve({}, 0, 500);
    const slow = fetch(`${address}/slow`);
    await slowAsked;

    await Promise.all([stop(), expect(slow).rejects.toThrow('fetch failed')]);
    expect(closed).toContain('store');
  });

  test('is one stop, however often it is asked for', async () => {
    const { stop, closed } = await serve();
    await Promise.all([stop(), stop()]);

    expect(closed).toEqual(['hung up', 'projections', 'store']);
  });

  test('answers what had arrived, though it was not read yet', async () => {
    const { address, stop } = await serve();
    const kept = await keptConnection(address);
    ask(kept, '/livez');

    const stopped = stop();
    expect(await text(kept)).toContain('HTTP/1.1 200 OK');
    await stopped;
  });

  test('answers whoever had come, though they were not let in yet', async () => {
    const { address, stop } = await serve();
    const come = Array.from({ length: 6 }, () => connectTo(address));
    for (const socket of come) ask(socket, '/livez');
    await new Promise<void>((resolve) => process.nextTick(resolve));

    const stopped = stop();
    const answers = await Promise.all(come.map(text));
    expect(answers.map((answer) => answer.split('\r\n')[0])).toEqual(Array(6).fill('HTTP/1.1 200 OK'));
    await stopped;
  });

  test('lets a long answer arrive, and what arrives with its end be answered', async () => {
    const { address, stop, longRead } = await serve();
    const kept = await keptConnection(address);
    const reader = connectTo(address);
    ask(reader, '/long');
    await once(reader, 'readable');

    const stopped = stop();
    const long = text(reader);
    await longRead;
    ask(kept, '/livez');
    expect(await text(kept)).toContain('HTTP/1.1 200 OK');
    expect((await long).length).toBeGreaterThan(LONG.length);
    await stopped;
  });
});
