import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { EventStore } from '@demarche/event-store';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { freePorts } from './free-ports.ts';
import { natsByFile, type RunningNats } from './nats-by-file.ts';
import { healthOf, positionOf } from './service-health.ts';
import { type ServiceProcess, serviceProcess } from './service-process.ts';
import { waitUntil } from './wait-until.ts';

/** A centre that records, and a site at the other end of a line that has nothing but a NATS server, views and pages. */
export interface FarSite {
  /** The centre's. */
  readonly store: EventStore;
  /** The NATS servers of both. While the centre's is down, so is the line. */
  readonly centre: RunningNats;
  readonly site: RunningNats;
  readonly views: ServiceProcess;
  /** Of the site's console. Nobody answers before `startPages`. */
  readonly address: string;
  startPages(): Promise<void>;
  /** Has the site's server copy the centre's stream: done at the start, and anew for one that was wiped. */
  copyStream(): Promise<void>;
  /** Resolves once the site holds what is on record at the moment. */
  arrived(): Promise<void>;
  /** What its views say is wrong: that they do not hear the centre, or that their bus was emptied. Nothing while all is well. */
  trouble(): Promise<string>;
  close(): Promise<void>;
}

const copyStream = fileURLToPath(new URL('../../infra/nats/copy-stream.mjs', import.meta.url));
const at = (port: number): string => `http://127.0.0.1:${port}`;
const secret = (): string => randomBytes(32).toString('base64url');

/** Nobody answers there: the site is not to record. */
const NOWHERE = at(9);

export const startFarSite = async (): Promise<FarSite> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-site-'));
  const storeFile = join(folder, 'store', 'events.sqlite');
  mkdirSync(join(folder, 'store'));
  const store = sqliteEventStore({ file: storeFile });
  const { centre, site, buses } = await serversIn(folder);
  const { relay, views, gateway, pages } = await servicesIn(folder, { storeFile, buses });
  const copy = async (): Promise<void> => void (await promisify(execFile)(process.execPath, [copyStream, buses.site]));
  const close = async (): Promise<void> => {
    await Promise.all([pages, gateway, views, relay, centre, site].map((started) => started.kill()));
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await centre.start();
    await site.start();
    await relay.start();
    await copy();
    await views.start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    store,
    centre,
    site,
    views,
    address: pages.address,
    copyStream: copy,
    async startPages() {
      await gateway.start();
      await pages.start();
    },
    arrived: () =>
      waitUntil('the site holds the record', async () => {
        const [head, position] = [await store.head(), await positionOf(views)];
        return position === head ? '' : `it is at ${position} of ${head}: ${views.said()}`;
      }),
    trouble: async () => String((await healthOf(views))?.checks['projections']?.['trouble'] ?? ''),
    close,
  };
};

const serversIn = async (folder: string) => {
  const [bus = 0, line = 0, siteBus = 0] = await freePorts(3);
  const centre = natsByFile({
    file: 'centre.conf',
    folder: join(folder, 'centre'),
    instead: { '0.0.0.0:4222': `127.0.0.1:${bus}`, '0.0.0.0:7422': `127.0.0.1:${line}` },
    variables: { SITE_PASSWORD: 'of-the-site' },
  });
  const site = natsByFile({
    file: 'leaf.conf',
    folder: join(folder, 'site'),
    instead: { '127.0.0.1:4222': `127.0.0.1:${siteBus}` },
    variables: { CENTRE: `nats://site:of-the-site@127.0.0.1:${line}` },
  });
  return { centre, site, buses: { centre: `nats://127.0.0.1:${bus}`, site: `nats://127.0.0.1:${siteBus}` } };
};

interface Served {
  readonly storeFile: string;
  readonly buses: { readonly centre: string; readonly site: string };
}

/** The relay is the centre's, everything else the site's. */
const servicesIn = async (folder: string, { storeFile, buses }: Served) => {
  const [relayPort = 0, viewsPort = 0, gatewayPort = 0, pagesPort = 0] = await freePorts(4);
  const service = (name: string, port: number, settings: Readonly<Record<string, string>>): ServiceProcess => {
    const main = new URL(`../../services/${name}/src/main.ts`, import.meta.url);
    return serviceProcess({ name, main, port, settings });
  };
  const follows = { DEMARCHE_BUS: buses.site, DEMARCHE_OFFICER_KEY: secret() };
  return {
    relay: service('relay', relayPort, { DEMARCHE_STORE: storeFile, DEMARCHE_BUS: buses.centre }),
    views: service('projections', viewsPort, {
      ...follows,
      DEMARCHE_STORE: 'none',
      DEMARCHE_VIEWS: join(folder, 'views', 'views.sqlite'),
    }),
    gateway: service('gateway', gatewayPort, {
      ...follows,
      DEMARCHE_PROJECTIONS: at(viewsPort),
      DEMARCHE_RECOMMENDATIONS: NOWHERE,
      DEMARCHE_ENGAGEMENTS: NOWHERE,
      DEMARCHE_COMMITMENTS: NOWHERE,
      DEMARCHE_SIGN_IN: 'demonstration',
      DEMARCHE_IDENTITY_KEY: secret(),
    }),
    pages: service('console', pagesPort, { DEMARCHE_GATEWAY: at(gatewayPort) }),
  };
};
