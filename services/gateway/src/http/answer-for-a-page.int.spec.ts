import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { inProcessSignals } from '@demarche/messaging/in-process';
import { createHttpApp, createLogger } from '@demarche/service-kit';
import { expect, onTestFinished, test } from 'vitest';
import { gatewayModule } from '../module.ts';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { officer } from '../spec-kit/serve-gateway.ts';

const logger = createLogger({ service: 'gateway', level: 'silent', form: 'json' });
const commands = { send: (name: string) => Promise.reject(new Error(`${name} was not expected`)) };

/** A page that sends along what the gateway answers to a question, for whoever opens it. */
const pageWith = async (query: string) => {
  const identity = { identify: async ({ headers }: { headers: object }) => ('cookie' in headers ? officer : null) };
  const ports = { queries: new SampleWorld(3), commands, signals: inProcessSignals(), identity, logger };
  const gateway = gatewayModule(ports);
  const app = createHttpApp({
    logger,
    mount: (mounted) => {
      mounted.get('/', async (request, response) => {
        response.json((await gateway.answer({ query, variables: { first: 2 } }, request)) ?? null);
      });
    },
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return async (headers: Record<string, string>): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers })).json();
};

const QUESTION = 'query ($first: Int) { countries(first: $first) { nodes { code } } viewer { name } }';

test('a question is answered for whoever opens the page, without another request', async () => {
  const open = await pageWith(QUESTION);
  expect(await open({ cookie: 'signed in', 'accept-encoding': 'br' })).toEqual({
    countries: { nodes: [{ code: expect.any(String) }, { code: expect.any(String) }] },
    viewer: { name: officer.name },
  });
});

test.each([
  ['nobody is signed in', QUESTION, {}],
  ['a part of it fails', '{ viewer { name } countries(first: 0) { totalCount } }', { cookie: 'signed in' }],
  ['it is no question of ours', '{ ministers { name } }', { cookie: 'signed in' }],
])('given %s, then there is no answer', async (_, query, headers) => {
  expect(await (await pageWith(query))(headers as Record<string, string>)).toBeNull();
});
