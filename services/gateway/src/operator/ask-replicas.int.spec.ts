import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serviceKeyOf } from '@demarche/testing';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { askPatiently } from './ask-patiently.ts';
import { askReplica, OperatorRefused } from './ask-replicas.ts';

const key = serviceKeyOf('shared by both');
const wish = {
  method: 'POST',
  path: '/operator/wish',
  answer: z.object({ done: z.number() }),
  correlationId: 'visit-42',
} as const;

/** Where Node's `fetch` looks for what it sends by. */
const DISPATCHER = Symbol.for('undici.globalDispatcher.1');
const held = globalThis as unknown as Record<symbol, { constructor: new (options: object) => never } | undefined>;
let usual: (typeof held)[symbol];
afterEach(() => {
  if (usual) held[DISPATCHER] = usual;
});

/** Waits for the first byte of an answer for a moment instead of five minutes. */
const makeFetchImpatient = async (address: string): Promise<void> => {
  await fetch(address);
  usual = held[DISPATCHER];
  if (!usual) throw new Error('This Node.js keeps what its fetch sends by elsewhere');
  held[DISPATCHER] = new usual.constructor({ headersTimeout: 100 });
};

test('a wish is waited for as long as it is meant to be, though fetch would have given it up', async () => {
  const given = Promise.withResolvers<void>();
  const server = createServer(async ({ url }, response) => {
    if (url !== '/') await given.promise;
    response.end('{"done":7}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.closeAllConnections());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  await makeFetchImpatient(`${address}/`);
  const asked = askReplica(address, key, wish);
  asked.catch(() => undefined);
  await expect(fetch(`${address}/control`)).rejects.toMatchObject({ cause: { code: 'UND_ERR_HEADERS_TIMEOUT' } });
  given.resolve();
  expect(await asked).toEqual({ address, answer: { done: 7 } });
});

test.each([
  ['breaks off', (socket: { destroy(): void }) => socket.destroy()],
  ['answers something else', undefined],
])('a replica that %s is said not to answer', async (_how, breakOff) => {
  const server = createServer(({ socket }, response) =>
    breakOff ? breakOff(socket) : response.end('<h1>Welcome</h1>'),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.closeAllConnections());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const refusal = await askReplica(address, key, wish).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(OperatorRefused);
  expect(refusal).toMatchObject({ problem: { code: 'views-unavailable', detail: expect.stringContaining(address) } });
});

test.each(['is late', 'breaks off'])('an answer that begins and then %s is none, and harms nobody', async (how) => {
  const begun = Promise.withResolvers<void>();
  const server = createServer(async ({ socket }, response) => {
    response.write('{"done":');
    await begun.promise;
    if (how === 'breaks off') socket.resetAndDestroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.closeAllConnections());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Its time is over when the spec says so, and not before the answer has begun.
  const late = new AbortController();
  const limits = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(late.signal);
  onTestFinished(() => limits.mockRestore());
  const asked = askPatiently(address, { method: 'GET', headers: {}, withinMs: 20_000 });
  expect(limits).toHaveBeenCalledWith(20_000);
  // Whoever has heard the beginning of one answer is past the beginning of the one that was asked for before it.
  await fetch(address);
  if (how === 'is late') late.abort();
  else begun.resolve();
  expect(await asked).toEqual({ ok: true, body: undefined });
});
