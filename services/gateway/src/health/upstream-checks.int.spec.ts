import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  createHttpApp,
  createLogger,
  createReadiness,
  healthRoutes,
  type ServiceKey,
  trustedHeaderIdentity,
  trustedService,
} from '@demarche/service-kit';
import { serviceKeyOf } from '@demarche/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { replicasCheck, writeServiceCheck } from './upstream-checks.ts';

const theirs = serviceKeyOf('the key of the services behind');
const another = serviceKeyOf('a key that was mistyped');
const logger = createLogger({ service: 'spec', level: 'silent' });

/** However busy the machine is, nobody is away who is only late. */
const PATIENT_MS = 15_000;
const checkReplicas = (addresses: readonly string[], key: ServiceKey) => replicasCheck(addresses, key, PATIENT_MS)();
const checkWriteService = (address: string, key: ServiceKey) => writeServiceCheck(address, key, PATIENT_MS)();

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

test('a replica that does not believe the gateway is not well, however ready it is, and says which setting to look at', async () => {
  const addresses = [await replica()];
  expect(await checkReplicas(addresses, theirs)).toMatchObject({ status: 'pass' });
  expect(await checkReplicas(addresses, another)).toMatchObject({
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
  expect(await checkReplicas(addresses, theirs)).toMatchObject({ replicas: [expected] });
});

describe('a write service', () => {
  const serving = (checks?: Checks) => listen((app) => app.use(trustedHeaderIdentity(theirs).routes), checks);

  test('that does not believe the gateway is amber before anybody has sent a command, and can record nothing', async () => {
    const address = await serving();
    expect(await checkWriteService(address, theirs)).toEqual({ address, status: 'pass' });
    expect(await checkWriteService(address, another)).toEqual({
      address,
      status: 'warn',
      records: false,
      error: expect.stringContaining('DEMARCHE_OFFICER_KEY must be the same'),
    });
  });

  test.each<[string, 'warn' | 'fail', object]>([
    ['has something to tell still records', 'warn', { status: 'warn' }],
    ['has a store that is full records nothing', 'fail', { status: 'warn', records: false }],
  ])('that %s', async (_, status, expected) => {
    const trouble = 'The disk is full';
    const address = await serving({ store: () => ({ status, trouble }) });
    expect(await checkWriteService(address, theirs)).toEqual({
      address,
      error: expect.stringContaining(trouble),
      ...expected,
    });
  });

  test('that is away records nothing', async () => {
    expect(await checkWriteService('http://127.0.0.1:9', theirs)).toMatchObject({ status: 'warn', records: false });
  });
});
