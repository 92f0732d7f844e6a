import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ines, serviceKeyOf } from '@demarche/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trustedHeaderIdentity } from './adapters/trusted-header-identity.ts';
import { createHttpApp } from './http-app.ts';
import { createLogger } from './logger.ts';
import { trustedHeader } from './trusted-header.ts';
import { trustedService, trustedServiceHeader } from './trusted-service.ts';

const key = serviceKeyOf('a secret of the specs, long enough to be one');
const otherKey = serviceKeyOf('another secret, just as long as the first one is');
const anHourAgo = { now: () => new Date(Date.now() - 3_600_000).toISOString() };
const keyOfAnHourAgo = serviceKeyOf('a secret of the specs, long enough to be one', anHourAgo);

let server: Server;
let address: string;
let disbelieved: number;
beforeEach(async () => {
  disbelieved = 0;
  const app = createHttpApp({
    logger: createLogger({ service: 'spec', level: 'silent' }),
    mount: (routes) =>
      routes.use(
        trustedService(key, () => (disbelieved += 1)),
        (_request, response) => response.json('let in'),
      ),
  });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => server.close());

const ask = async (headers: Readonly<Record<string, string>>) => {
  const response = await fetch(address, { headers });
  return { status: response.status, body: (await response.json()) as unknown };
};

describe('what only services may ask', () => {
  it('is answered to whoever holds the key, as often as it asks', async () => {
    for (let time = 0; time < 2; time += 1) {
      expect(await ask(trustedServiceHeader(key))).toEqual({ status: 200, body: 'let in' });
    }
  });

  it.each([
    ['proves nothing', {}],
    ['holds another key', trustedServiceHeader(otherKey)],
    ['says what was true an hour ago', trustedServiceHeader(keyOfAnHourAgo)],
    ['changed what was signed', { 'x-demarche-service': `x${trustedServiceHeader(key)['x-demarche-service']}` }],
    ['proves who an officer is', { 'x-demarche-service': trustedHeader(ines, key)['x-demarche-officer'] ?? '' }],
  ])('is refused to whoever %s', async (_, headers) => {
    expect(await ask(headers)).toMatchObject({
      status: 403,
      body: { code: 'not-a-service', detail: expect.stringMatching(/DEMARCHE_OFFICER_KEY must be the same .* clocks/) },
    });
    expect(disbelieved).toBe(Object.keys(headers).length);
  });

  it('is proven by what proves no officer', async () => {
    const headers = { 'x-demarche-officer': trustedServiceHeader(key)['x-demarche-service'] };
    await expect(trustedHeaderIdentity(key).identify({ headers })).rejects.toMatchObject({
      code: 'gateway-not-believed',
    });
  });
});
