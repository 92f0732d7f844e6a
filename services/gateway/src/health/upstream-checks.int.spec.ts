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
import { serviceKeyOf } from '@demarche/testing';
import { expect, onTestFinished, test } from 'vitest';
import { replicasCheck, writeServiceCheck } from './upstream-checks.ts';

const theirs = serviceKeyOf('the key of the services behind');
const another = serviceKeyOf('a key that was mistyped');
const logger = createLogger({ service: 'spec', level: 'silent' });

type Checks = Parameters<typeof healthRoutes>[0];

const listen = async (
  mount: Parameters<typeof createHttpApp>[0]['mount'],
  checks: Checks = { all: () => ({ status: 'pass' }) },
): Promise<string> => {
  const app = createHttpApp({
    logger,
    mount(mounted) {
      mounted.use(healthRoutes(checks, createReadiness()));
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

test.each<[string, Checks, object]>([
  [
    'a store that is full',
    { store: () => ({ status: 'fail', trouble: 'The disk is full', head: 12 }), bus: () => ({ status: 'pass' }) },
    { status: 'fail', error: 'it says that it is not ready: store: The disk is full' },
  ],
  [
    'records held back, and a bus that is away',
    {
      projections: () => ({ status: 'warn', trouble: null, parked: 2 }),
      bus: () => ({ status: 'warn', trouble: 'The bus does not answer' }),
    },
    {
      status: 'warn',
      error:
        'projections: 2 records are not up to date: "demarche projections parked" says which and why; bus: The bus does not answer',
    },
  ],
  [
    'one trouble that several of its checks tell of',
    {
      feed: () => ({ status: 'warn', trouble: 'The bus is away' }),
      store: () => ({ status: 'warn', trouble: 'The disk is full.' }),
      bus: () => ({ status: 'warn', trouble: 'The bus is away. Look whether it runs.' }),
    },
    { status: 'warn', error: 'store: The disk is full; feed, bus: The bus is away. Look whether it runs' },
  ],
  ['nothing that it can name', { moon: () => ({ status: 'warn' }) }, { status: 'warn', error: 'moon: warn' }],
])('given a replica with %s, then why it is not well is passed on', async (_, checks, expected) => {
  const addresses = [await listen((app) => app.use('/queries', trustedService(theirs)), checks)];
  expect(await replicasCheck(addresses, theirs)()).toMatchObject({ replicas: [expected] });
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
