import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@demarche/event-store';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { natsInstalled } from '@demarche/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePorts } from './free-ports.ts';
import { natsByFile, type RunningNats } from './nats-by-file.ts';
import { positionOf } from './service-health.ts';
import { type ServiceProcess, serviceProcess } from './service-process.ts';
import { waitUntil } from './wait-until.ts';

const nats = natsInstalled();
const openssl = spawnSync('openssl', ['version']).status === 0 || 'openssl is not installed';
const missing = [nats, openssl].find((one) => one !== true);
const LONG_MS = 300_000;
const mainOf = (service: string): URL => new URL(`../../services/${service}/src/main.ts`, import.meta.url);
const password = 'of-the-services';

/** One certificate, of its own authority, that all three show to clients and to each other. */
const certificateIn = (folder: string) => {
  const [file, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const names = ['-subj', '/CN=kaldara', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const request = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', ...names];
  spawnSync('openssl', ['req', ...request, '-keyout', key, '-out', file]);
  return { file, key };
};

const NAMES = ['a', 'b', 'c'] as const;

/** Three servers by the project's own file, on this machine. */
const clusterIn = async (folder: string) => {
  const { file, key } = certificateIn(folder);
  const ports = await freePorts(2 * NAMES.length);
  const routes = ports.slice(NAMES.length).map((port) => `"nats://127.0.0.1:${port}"`);
  const servers = NAMES.map((name, index) =>
    natsByFile({
      file: 'cluster.conf',
      folder: join(folder, name),
      instead: {
        'server_name: a': `server_name: ${name}`,
        '0.0.0.0:4222': `127.0.0.1:${ports[index]}`,
        '0.0.0.0:6222': `127.0.0.1:${ports[NAMES.length + index]}`,
        '"nats://b:6222", "nats://c:6222"': routes.filter((_, other) => other !== index).join(', '),
        '/etc/nats/a.pem': file,
        '/etc/nats/a.key': key,
        '/etc/nats/ca.pem': file,
      },
      variables: { NATS_PASSWORD: password },
    }),
  );
  const addresses = ports.slice(0, NAMES.length).map((port) => `tls://127.0.0.1:${port}`);
  return { servers, addresses, caFile: file };
};

describe.skipIf(missing)(`three NATS servers${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let folder: string;
  let store: EventStore;
  let servers: readonly RunningNats[] = [];
  let [relay, views]: ServiceProcess[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-cluster-'));
    mkdirSync(join(folder, 'store'));
    const file = join(folder, 'store', 'events.sqlite');
    store = sqliteEventStore({ file });
    const cluster = await clusterIn(folder);
    servers = cluster.servers;
    await Promise.all(servers.map((server) => server.start()));
    const [relayPort = 0, viewsPort = 0] = await freePorts(2);
    const settings = {
      DEMARCHE_STORE: file,
      DEMARCHE_BUS: cluster.addresses.join(','),
      DEMARCHE_BUS_USER: 'demarche',
      DEMARCHE_BUS_PASSWORD: password,
      DEMARCHE_BUS_CA: cluster.caFile,
    };
    relay = serviceProcess({
      name: 'relay',
      main: mainOf('relay'),
      port: relayPort,
      settings: { ...settings, DEMARCHE_BUS_REPLICAS: '3' },
    });
    views = serviceProcess({
      name: 'projections',
      main: mainOf('projections'),
      port: viewsPort,
      settings: {
        ...settings,
        DEMARCHE_VIEWS: join(folder, 'views', 'views.sqlite'),
        DEMARCHE_OFFICER_KEY: 'a secret of this specification, long enough to be one',
      },
    });
    await relay.start();
    await views.start();
  }, LONG_MS);

  afterEach(async () => {
    await Promise.all([relay, views, ...servers].map((started) => started?.kill()));
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const recordAndFollow = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1)
      await store.append(exampleStream(), [exampleEvent({ index })], 'no-stream');
    await waitUntil('the views hold the record', async () => {
      const [head, position] = [await store.head(), await positionOf(views as ServiceProcess)];
      return position === head ? '' : `they are at ${position} of ${head}: ${views?.said()}\n${relay?.said()}`;
    });
  };

  test('carry every event, by TLS and with a password, while any one of them is dead', {
    timeout: LONG_MS,
  }, async () => {
    await recordAndFollow(3);
    for (const server of servers) {
      await server.kill();
      await recordAndFollow(2);
      await server.start();
    }
    expect(await positionOf(views as ServiceProcess)).toBe(9);
  });
});
