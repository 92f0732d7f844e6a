import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Officer, TagRecommendation } from '@demarche/contracts';
import {
  commandRoute,
  createHttpApp,
  createLogger,
  createReadiness,
  healthRoutes,
  httpCommands,
  mountCommands,
  trustedHeaderIdentity,
  trustedService,
} from '@demarche/service-kit';
import { expect, onTestFinished, test } from 'vitest';
import { replicasCheck, writeServiceCheck } from './upstream-checks.ts';

const theirs = new TextEncoder().encode('the key of the services behind');
const another = new TextEncoder().encode('a key that was mistyped');
const logger = createLogger({ service: 'spec', level: 'silent' });

const listen = async (mount: Parameters<typeof createHttpApp>[0]['mount']): Promise<string> => {
  const app = createHttpApp({
    logger,
    mount(mounted) {
      mounted.use(healthRoutes({ all: () => ({ status: 'pass' }) }, createReadiness()));
      mount(mounted);
    },
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const replica = () => listen((app) => app.use('/queries', trustedService(theirs)));

const tagging = commandRoute({ now: () => '2026-09-09T12:00:00.000Z' }, TagRecommendation, async ({ reference }) => ({
  outcome: 'unchanged',
  revision: 3,
  position: 12,
  subject: reference,
  location: `/recommendations/${reference}`,
}));

test('a replica that does not believe the gateway is not well, however ready it is, and says which setting to look at', async () => {
  const addresses = [await replica()];
  expect(await replicasCheck(addresses, theirs)()).toMatchObject({ status: 'pass' });
  expect(await replicasCheck(addresses, another)()).toMatchObject({
    status: 'fail',
    replicas: [{ status: 'fail', error: expect.stringContaining('DEMARCHE_OFFICER_KEY must be the same') }],
  });
});

test('a write service that does not believe the gateway is amber as soon as one command met that, until one is believed', async () => {
  const identity = { key: theirs };
  const address = await listen((app) =>
    app.use('/api', (...call) => mountCommands([tagging], trustedHeaderIdentity(identity.key))(...call)),
  );
  const at = `${address}/api`;
  const commands = httpCommands({ addresses: { recommendations: at, engagements: at, commitments: at }, key: another });
  const check = writeServiceCheck(address, () => commands.refusesOfficers('recommendations'));
  const send = () =>
    commands.send(
      'tag-recommendation',
      { reference: 'XKD-2026-01', pillars: ['protection'], standards: [] },
      {
        commandId: randomUUID(),
        officer: Officer.parse({ id: 'ines.okafor', name: 'Inés Okafor', role: 'rpa_lead', post: 'Washington' }),
        correlationId: 'visit-42',
      },
    );
  expect(await check()).toMatchObject({ status: 'pass' });
  expect(await send()).toMatchObject({ outcome: 'refused', problem: { code: 'not-signed-in' } });
  expect(await check()).toMatchObject({ status: 'warn', error: expect.stringContaining('DEMARCHE_OFFICER_KEY') });
  identity.key = another;
  expect(await send()).toMatchObject({ outcome: 'answered' });
  expect(await check()).toMatchObject({ status: 'pass' });
});
