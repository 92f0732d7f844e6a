import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Compose, type ComposeService, mountsOf } from './compose-file.ts';

/** Where on this machine is what the compose file puts into containers. */
export interface Loopback {
  readonly folder: string;
  /** The bus in place of the container `nats`, such as `127.0.0.1:4222`. */
  readonly bus: string;
  /** One of this machine for every service of ours. */
  readonly ports: Readonly<Record<string, number>>;
}

/** Nobody listens there: an address of the file that leads nowhere leads nowhere on this machine, too. */
const NOWHERE = '127.0.0.1:1';

/** What a service's own words become on this machine: addresses, its port, and paths on volumes. */
export const onLoopback = (compose: Compose, name: string, { folder, bus, ports }: Loopback) => {
  const service = compose.services[name] ?? {};
  const places = new Map([['nats:4222', bus]]);
  for (const [other, { environment = {} }] of Object.entries(compose.services))
    places.set(`${other}:${environment['DEMARCHE_PORT']}`, `127.0.0.1:${ports[other]}`);
  // Inside its container a service is itself.
  const own = service.environment?.['DEMARCHE_PORT'];
  places.set(`127.0.0.1:${own}`, `127.0.0.1:${ports[name]}`);

  const translate = (value: string): string => {
    if (value.startsWith('esdb://kurrentdb:2113')) return join(volumeFolder(folder, 'record'), 'events.sqlite');
    const mount = mountsOf(service).find(({ folder: inside }) => value.startsWith(`${inside}/`));
    if (mount) return join(volumeFolder(folder, mount.volume), value.slice(mount.folder.length));
    return value.replace(/(?<=\/\/)[\w.-]+:\d+/g, (place) => places.get(place) ?? NOWHERE);
  };

  return {
    translate,
    environment: {
      ...Object.fromEntries(Object.entries(service.environment ?? {}).map(([key, value]) => [key, translate(value)])),
      ...(own === undefined ? {} : { DEMARCHE_HOST: '127.0.0.1', DEMARCHE_PORT: String(ports[name]) }),
    } as Readonly<Record<string, string>>,
  };
};

const volumeFolder = (folder: string, volume: string): string => {
  const path = join(folder, volume);
  mkdirSync(path, { recursive: true });
  return path;
};

/** The services in an order in which each stands behind what it waits for. */
export const inOrder = (services: Compose['services']): readonly (readonly [string, ComposeService])[] => {
  const ordered = new Map<string, ComposeService>();
  const add = (name: string): void => {
    const service = services[name];
    if (!service || ordered.has(name)) return;
    for (const before of Object.keys(service.depends_on ?? {})) add(before);
    ordered.set(name, service);
  };
  for (const name of Object.keys(services)) add(name);
  return [...ordered];
};
