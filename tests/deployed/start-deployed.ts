import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RecordedEvent } from '@demarche/contracts';
import { openStore, type StoreAddress, storeFileAt } from '@demarche/event-store/open';
import { type NatsServer, startNats } from '@demarche/testing';
import { appendScenario } from '@demarche/testing/scenario';
import { deployedSettings, type ServiceKind, storeFileIn, viewsFolderIn } from './deployed-settings.ts';
import { freePorts } from './free-ports.ts';
import { headOf, notReady, positionOf } from './service-health.ts';
import { type ServiceProcess, serviceProcess } from './service-process.ts';
import { waitUntil } from './wait-until.ts';

export interface DeployedWishes {
  /** A KurrentDB that runs, and is the caller's to end; a file of this profile's own unless it is said. */
  readonly store?: StoreAddress | undefined;
  /** In the store before the start, with its own moments of record. */
  readonly record?: Iterable<RecordedEvent>;
  /** How many replicas of the projections there are; 1 unless it is said. */
  readonly replicas?: number;
  /** How many more the gateway knows of. They stand behind the others, and are started by whoever asked for them. */
  readonly replicasToCome?: number;
  /** Whether pages say that everything is made up. */
  readonly demonstration?: boolean;
  /** Loaded before a service, by its name (`relay`, `projections-2`), to take a guard away or to make a fault likelier. */
  readonly preloads?: Readonly<Record<string, URL>>;
  /** Further settings of every service, by their names in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The services that are started, where it is not all of them. */
  readonly only?: readonly ServiceKind[];
}

export interface Deployed {
  /** The console's: the one address that people and programs use. */
  readonly address: string;
  /** Deleted at the end. */
  readonly folder: string;
  /** Where the record is. */
  readonly store: StoreAddress;
  /** The position of the newest event that was on record at the start. */
  readonly before: number;
  readonly nats: NatsServer;
  readonly services: Readonly<Record<Exclude<ServiceKind, 'projections'>, ServiceProcess>>;
  /** Every replica, also those to come. */
  readonly replicas: readonly ServiceProcess[];
  /** What was asked for at the start, upstream before downstream. */
  readonly everything: readonly ServiceProcess[];
  /** These, the replicas to come, and whatever was made since. */
  readonly all: readonly ServiceProcess[];
  /** Where a replica keeps its views, counted from 0. */
  viewsFolder(replica: number): string;
  /** One more relay beside the first. Not started. */
  anotherRelay(): Promise<ServiceProcess>;
  /** Resolves once every service that runs is ready. @throws which is not, and what it said. */
  ready(): Promise<void>;
  /** Resolves once every replica that runs holds what is on record at the moment. */
  caughtUp(): Promise<void>;
  /** Ends everything at once, and deletes it. */
  close(): Promise<void>;
}

const mainOf = (kind: ServiceKind): URL => new URL(`../../services/${kind}/src/main.ts`, import.meta.url);
const upstream = ['recommendations', 'engagements', 'commitments', 'relay'] as const;
const downstream = ['gateway', 'console'] as const;
const usual: Required<Omit<DeployedWishes, 'store' | 'record'>> = {
  replicas: 1,
  replicasToCome: 0,
  demonstration: false,
  preloads: {},
  settings: {},
  only: [...upstream, 'projections', ...downstream],
};

/** The whole deployed profile on this machine: every service by its own `main.ts`, a real NATS server, one store. */
export const startDeployed = async (wishes: DeployedWishes = {}): Promise<Deployed> => {
  const {
    record,
    replicas,
    replicasToCome,
    demonstration,
    preloads,
    only,
    settings: further,
  } = { ...usual, ...wishes };
  const isWanted = (kind: ServiceKind): boolean => only.includes(kind);
  const folder = mkdtempSync(join(tmpdir(), 'demarche-deployed-'));
  const nats = await startNats();
  const store = wishes.store ?? { address: storeFileIn(folder) };
  mkdirSync(dirname(storeFileIn(folder)));
  const before = record ? await fill(store, record) : 0;

  const kinds = [...upstream, ...downstream];
  const ports = await freePorts(kinds.length + replicas + replicasToCome + 1);
  const portOf = Object.fromEntries(kinds.map((kind, index) => [kind, ports[index]])) as Record<
    (typeof kinds)[number],
    number
  >;
  const replicaPorts = ports.slice(kinds.length, -1);
  const settings = deployedSettings({
    folder,
    store,
    bus: nats.url,
    ports: { ...portOf, projections: replicaPorts },
    demonstration,
  });
  const made: ServiceProcess[] = [];
  const make = (kind: ServiceKind, port: number, { name = kind as string, replica = 0 } = {}): ServiceProcess => {
    const process = serviceProcess({
      name,
      main: mainOf(kind),
      port,
      settings: { ...settings[kind](replica), ...further },
      preload: preloads[name],
    });
    made.push(process);
    return process;
  };
  const services = Object.fromEntries(kinds.map((kind) => [kind, make(kind, portOf[kind])])) as Deployed['services'];
  const projections = replicaPorts.map((port, replica) =>
    make('projections', port, { name: `projections-${replica + 1}`, replica }),
  );
  const everything = [
    ...upstream.filter(isWanted).map((kind) => services[kind]),
    ...(isWanted('projections') ? projections.slice(0, replicas) : []),
    ...downstream.filter(isWanted).map((kind) => services[kind]),
  ];

  const deployed: Deployed = {
    address: services.console.address,
    folder,
    store,
    before,
    nats,
    services,
    replicas: projections,
    everything,
    all: made,
    viewsFolder: (replica) => viewsFolderIn(folder, replica),
    anotherRelay: async () => make('relay', ports.at(-1) as number, { name: 'relay-2' }),
    ready: () => waitUntil('everything is ready', () => linesOf(running(made), notReady)),
    caughtUp: async () => {
      const head = await headOf(store);
      const behind = async (replica: ServiceProcess): Promise<string> => {
        const position = await positionOf(replica);
        return position === head ? '' : `${replica.name} is at ${position} of ${head}: ${replica.said()}`;
      };
      await waitUntil('every replica holds the record', () => linesOf(running(projections), behind));
    },
    async close() {
      await Promise.all(made.map((service) => service.kill()));
      await nats.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await Promise.all(everything.map((service) => service.start()));
    await deployed.ready();
    return deployed;
  } catch (error) {
    await deployed.close();
    throw error;
  }
};

const running = (services: readonly ServiceProcess[]): readonly ServiceProcess[] =>
  services.filter(({ pid }) => pid !== undefined);

/** What is to be said of each, without those of whom there is nothing to say. */
const linesOf = async (
  services: readonly ServiceProcess[],
  line: (service: ServiceProcess) => Promise<string>,
): Promise<string> => (await Promise.all(services.map(line))).filter((text) => text !== '').join('\n');

/** @returns the position of the last event */
const fill = async (address: StoreAddress, record: Iterable<RecordedEvent>): Promise<number> => {
  const store = await openStore(address);
  // A server gives positions as appends arrive, and not as they were sent.
  await appendScenario(store, record, storeFileAt(address.address) === null ? 1 : undefined);
  const head = await store.head();
  await store.close();
  return head;
};
