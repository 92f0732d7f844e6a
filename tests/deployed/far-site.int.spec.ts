import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EventStore } from '@demarche/event-store';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { natsInstalled } from '@demarche/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePorts } from './free-ports.ts';
import { natsByFile, type RunningNats } from './nats-by-file.ts';
import { healthOf, positionOf } from './service-health.ts';
import { type ServiceProcess, serviceProcess } from './service-process.ts';
import { waitUntil } from './wait-until.ts';

const installed = natsInstalled();
const LONG_MS = 300_000;
const copyStream = fileURLToPath(new URL('../../infra/nats/copy-stream.mjs', import.meta.url));
const mainOf = (service: string): URL => new URL(`../../services/${service}/src/main.ts`, import.meta.url);

/** A centre that records, and a site at the other end of a line that has nothing but a NATS server and its views. */
describe.skipIf(installed !== true)(`a far site${installed === true ? '' : ` (skipped: ${installed})`}`, () => {
  let folder: string;
  let store: EventStore;
  let [centre, site]: RunningNats[] = [];
  let [relay, views]: ServiceProcess[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-site-'));
    const [bus = 0, line = 0, siteBus = 0, relayPort = 0, viewsPort = 0] = await freePorts(5);
    const storeFile = join(folder, 'store', 'events.sqlite');
    mkdirSync(join(folder, 'store'));
    store = sqliteEventStore({ file: storeFile });

    const instead = { '0.0.0.0:4222': `127.0.0.1:${bus}`, '0.0.0.0:7422': `127.0.0.1:${line}` };
    const password = 'of the site, for its line';
    centre = natsByFile({
      file: 'nats.conf',
      folder: join(folder, 'centre'),
      instead,
      variables: { SITE_PASSWORD: 'of-the-site' },
    });
    appendFileSync(join(folder, 'centre', 'nats.conf'), '\ninclude ./centre.conf\n');
    site = natsByFile({
      file: 'leaf.conf',
      folder: join(folder, 'site'),
      instead: { '127.0.0.1:4222': `127.0.0.1:${siteBus}` },
      variables: { CENTRE: `nats://site:of-the-site@127.0.0.1:${line}` },
    });
    await centre.start();
    await site.start();
    relay = serviceProcess({
      name: 'relay',
      main: mainOf('relay'),
      port: relayPort,
      settings: { DEMARCHE_STORE: storeFile, DEMARCHE_BUS: `nats://127.0.0.1:${bus}` },
    });
    views = serviceProcess({
      name: 'projections of the site',
      main: mainOf('projections'),
      port: viewsPort,
      settings: {
        DEMARCHE_STORE: 'none',
        DEMARCHE_BUS: `nats://127.0.0.1:${siteBus}`,
        DEMARCHE_VIEWS: join(folder, 'views', 'views.sqlite'),
        DEMARCHE_OFFICER_KEY: `a secret, ${password}, long enough to be one`,
      },
    });
    await relay.start();
    execFileSync(process.execPath, [copyStream, `nats://127.0.0.1:${siteBus}`]);
    await views.start();
  }, LONG_MS);

  afterEach(async () => {
    await Promise.all([relay, views, centre, site].map((started) => started?.kill()));
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const record = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1)
      await store.append(exampleStream(), [exampleEvent({ index })], 'no-stream');
  };
  /** What it says of a centre that it does not hear. */
  const silence = async (): Promise<string> => {
    const health = await healthOf(views as ServiceProcess);
    return String(health?.checks['projections']?.['trouble'] ?? '');
  };
  const arrived = (): Promise<void> =>
    waitUntil('the site holds the record', async () => {
      const [head, position] = [await store.head(), await positionOf(views as ServiceProcess)];
      return position === head ? '' : `it is at ${position} of ${head}: ${views?.said()}`;
    });

  test('holds what the centre records, and goes on answering while the line is down', {
    timeout: LONG_MS,
  }, async () => {
    await record(3);
    await arrived();
    await centre?.kill();
    await record(2);
    expect(await healthOf(views as ServiceProcess)).toMatchObject({ http: 200 });
    await centre?.start();
    await arrived();
    expect(await healthOf(views as ServiceProcess)).toMatchObject({ http: 200, checks: { bus: { status: 'pass' } } });
  });

  test('says that it hears nothing from the centre, until it does, and goes on answering', {
    timeout: LONG_MS,
  }, async () => {
    await record(3);
    await arrived();
    expect(await silence()).toBe('');
    await centre?.kill();
    await waitUntil('silence is told', async () => ((await silence()) === '' ? 'it is not' : ''));
    expect(await silence()).toMatch(/^Nothing has been heard from the centre since 20/);
    expect(await healthOf(views as ServiceProcess)).toMatchObject({ http: 200, status: 'warn' });

    await views?.kill();
    await site?.kill();
    await site?.start();
    await views?.start();
    await waitUntil('silence is told, and not since when', async () =>
      (await silence()).includes('since the bus here was started') ? '' : await silence(),
    );
    await centre?.start();
    await waitUntil('silence is over', silence);
  });

  test('given the centre’s bus is emptied, then nothing that was there or comes is missing', {
    timeout: LONG_MS,
  }, async () => {
    await record(3);
    await arrived();
    await centre?.kill();
    centre?.wipe();
    await record(2);
    await centre?.start();
    await arrived();
    expect(await positionOf(views as ServiceProcess)).toBe(await store.head());
  });
});
