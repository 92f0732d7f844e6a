import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReadiness } from '../health.ts';
import { createLogger } from '../logger.ts';
import { createShutdown } from '../shutdown.ts';
import { realServers } from './spec-kit/real-servers.ts';

const { start, kill, inFrontOf, service, nowhere, allPassed, close } = realServers();

/** Tries that came to nothing, as Node tells of them. */
let failedTries = 0;
let onFailedTry = (): void => {};
const heard = (): void => {
  failedTries += 1;
  onFailedTry();
};
const aFailedTry = (): Promise<void> =>
  new Promise((resolve) => {
    onFailedTry = resolve;
  });
beforeEach(() => {
  failedTries = 0;
  subscribe('http.client.request.error', heard);
});
afterEach(async () => {
  await close();
  await allPassed();
  unsubscribe('http.client.request.error', heard);
});

const keyed = (key: string = randomUUID()) => ({ 'idempotency-key': key });
const post = (front: string, headers: Record<string, string> = {}, body: BodyInit = '{}'): Promise<Response> =>
  fetch(`${front}/far`, { method: 'POST', headers, body });

describe('what did not arrive', () => {
  test.each([
    ['a command', keyed()],
    ['what has no key', {}],
  ])('is sent again, be it %s', async (_, headers) => {
    const address = await nowhere();
    const answered = post(await inFrontOf(address), headers, '{"a":1}');
    await aFailedTry();
    const [request, response] = await (await service(address)).next();
    expect(request.headers).toMatchObject(headers);
    expect(await text(request)).toBe('{"a":1}');
    response.writeHead(201).end();
    expect((await answered).status).toBe(201);
  });

  test('is sent again though it asks for a live stream, which then is one', async () => {
    const address = await nowhere();
    const opening = post(await inFrontOf(address));
    await aFailedTry();
    const [, response] = await (await service(address)).next();
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    const opened = await opening;
    response.end('one');
    expect(await opened.text()).toBe('one');
  });

  test('is not sent again where it is too large to be held', async () => {
    const front = await inFrontOf(await nowhere());
    const refused = await post(front, keyed(), 'x'.repeat(300_000));
    expect(await refused.json()).toMatchObject({ status: 503, code: 'service-unreachable' });
    expect(failedTries).toBe(1);
  });

  test('is not sent again once whoever asked has left', async () => {
    const front = await inFrontOf(await nowhere());
    const leaving = new AbortController();
    const answered = fetch(`${front}/far`, { signal: leaving.signal });
    await aFailedTry();
    leaving.abort();
    await expect(answered).rejects.toThrow('aborted');
    await allPassed();
    expect(failedTries).toBeLessThan(3);
  });
});

describe('what may have arrived', () => {
  test('is sent again under its key, and then answered', async () => {
    const { address, next, taken } = await service();
    const key = keyed();
    const answered = post(await inFrontOf(address), key);
    for (const isFirst of [true, false]) {
      const [request, response] = await next();
      expect(request.headers).toMatchObject(key);
      expect(await text(request)).toBe('{}');
      if (isFirst) response.destroy();
      else response.writeHead(201).end('recorded');
    }
    expect(await (await answered).text()).toBe('recorded');
    expect(taken()).toBe(2);
  });

  test('is sent again where it asks and changes nothing', async () => {
    const { address, next } = await service();
    const answered = fetch(`${await inFrontOf(address)}/far`);
    (await next())[1].destroy();
    (await next())[1].end('read');
    expect(await (await answered).text()).toBe('read');
  });

  test('is not sent again without a key', async () => {
    const { address, next, taken } = await service();
    const answered = post(await inFrontOf(address));
    (await next())[1].destroy();
    const refused = await answered;
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    expect(taken()).toBe(1);
  });

  test('is not said to be nowhere because nobody is there afterwards', async () => {
    const server = await start((request) => {
      void kill(server);
      request.socket.destroy();
    });
    const { port } = server.address() as AddressInfo;
    const refused = await post(await inFrontOf(`http://127.0.0.1:${port}`), keyed());
    expect(failedTries).toBeGreaterThan(1);
    expect(await refused.json()).toMatchObject({ status: 503, code: 'gateway-unavailable' });
  });

  test('is not sent again once its answer has begun', async () => {
    const { address, next, taken } = await service();
    const opening = post(await inFrontOf(address), keyed());
    const [, response] = await next();
    response.writeHead(200).write('half');
    const opened = await opening;
    response.socket?.resetAndDestroy();
    await expect(opened.text()).rejects.toThrow('terminated');
    await allPassed();
    expect(taken()).toBe(1);
  });

  test('is not sent again where there is no answer in time', async () => {
    const { address, next, taken } = await service();
    const answered = post(await inFrontOf(address, { timeoutMs: 100 }), keyed());
    await next();
    expect((await answered).status).toBe(503);
    await allPassed();
    expect(taken()).toBe(1);
  });
});

test('no connection is used any more to a service that says that it ends one', async () => {
  const { address, next } = await service();
  const front = await inFrontOf(address);
  const two = [fetch(`${front}/far`), fetch(`${front}/far`)];
  const [[leaving, last], [idle, other]] = [await next(), await next()] as const;
  other.end();
  await Promise.race(two);
  last.writeHead(200, { connection: 'close' }).end();
  await Promise.all(two);
  const answered = post(front);
  const [request, response] = await next();
  expect([leaving.socket, idle.socket]).not.toContain(request.socket);
  response.end();
  await answered;
});

describe('a service that is started anew', () => {
  const logger = createLogger({ service: 'far', level: 'silent' });

  const stop = (server: Server): Promise<void> =>
    createShutdown({ server, readiness: createReadiness(), logger, close: [], leavingMs: 1 })();

  interface Sent {
    readonly key: string;
    readonly status: number;
  }

  /** Sends one after another from many sides, while the service ends in this way and comes back, again and again. */
  const underLoad = async (
    end: (server: Server) => Promise<void>,
    headersOf: (key: string) => Record<string, string>,
  ) => {
    const arrived: string[] = [];
    const record: RequestListener = async (request, response) => {
      const key = await text(request).catch(() => '');
      if (key) arrived.push(key);
      setImmediate(() => response.writeHead(201).end());
    };
    const address = await nowhere();
    let server = await start(record, address);
    const front = await inFrontOf(address);
    const sent: Sent[] = [];
    const questions: number[] = [];
    let onAnswer = (): void => {};
    const over = new AbortController();
    const commanding = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const key = randomUUID();
        sent.push({ key, status: (await post(front, headersOf(key), key)).status });
        onAnswer();
      }
    };
    const asking = async (): Promise<void> => {
      while (!over.signal.aborted) questions.push((await fetch(`${front}/far`)).status);
    };
    const clients = Array.from({ length: 8 }, (_, index) => (index % 4 === 0 ? asking() : commanding()));
    for (let round = 0; round < 3; round += 1) {
      const enough = sent.length + 50;
      await new Promise<void>((resolve) => {
        onAnswer = () => sent.length >= enough && resolve();
      });
      await end(server);
      await aFailedTry();
      server = await start(record, address);
    }
    over.abort();
    await Promise.all(clients);
    return { arrived, sent, statuses: new Set([...questions, ...sent.map(({ status }) => status)]) };
  };

  test('fails nobody, and nothing arrives twice, key or none, where it ends as a service ends', async () => {
    const { arrived, sent, statuses } = await underLoad(stop, () => ({}));
    expect([...statuses]).toEqual([201]);
    expect(arrived.toSorted()).toEqual(sent.map(({ key }) => key).toSorted());
  });

  test('fails nobody who asks or sends a key where it breaks off, and every command arrives', async () => {
    const { arrived, sent, statuses } = await underLoad(kill, keyed);
    expect([...statuses]).toEqual([201]);
    expect([...new Set(arrived)].toSorted()).toEqual(sent.map(({ key }) => key).toSorted());
  });
});
