import { existsSync } from 'node:fs';
import { type Compose, type ComposeService, isRunByHand, mountsOf } from './compose-file.ts';
import { toldInFiles } from './told-in-files.ts';

const root = new URL('../../../', import.meta.url);

/** One sentence for everything in a compose file that the deployed profile must not have. */
export const faultsIn = (compose: Compose): readonly string[] => [
  ...Object.entries(compose.services).flatMap(([name, service]) => [
    ...missing(service, limits).map((what) => `${name} has no ${what}`),
    ...imageFaults(service).map((fault) => `${name} ${fault}`),
    ...privilegeFaults(service).map((fault) => `${name} ${fault}`),
    ...portFaults(service).map((fault) => `${name} ${fault}`),
    ...secretFaults(service).map((fault) => `${name} ${fault}`),
    ...lifeFaults(name, service, compose).map((fault) => `${name} ${fault}`),
    ...volumeFaults(service, compose).map((fault) => `${name} ${fault}`),
    ...reachFaults(name, service, compose).map((fault) => `${name} ${fault}`),
    ...doorFaults(name, service, compose).map((fault) => `${name} ${fault}`),
  ]),
  ...closed.filter((name) => !compose.networks[name]?.internal).map((name) => `the network ${name} has a way out`),
];

const closed = ['inside', 'watch'];

/** There the record and the bus ask nobody for a password. */
const doorFaults = (name: string, { networks = [] }: ComposeService, compose: Compose): readonly string[] => {
  const open = networks.filter((network) => !compose.networks[network]?.internal);
  if (name === 'console' || !networks.includes('inside')) return [];
  return open.map((network) => `is on inside and on ${network}: only the console is to be both`);
};

const limits = ['cpus', 'mem_limit', 'pids_limit', 'stop_grace_period', 'restart'] as const;

const missing = (service: ComposeService, keys: readonly (keyof ComposeService)[]): readonly string[] =>
  keys.filter((key) => service[key] === undefined);

/** A tag that names a whole version, so that tomorrow's image is today's. */
const PINNED = /:v?\d+\.\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/;

const imageFaults = ({ image = '' }: ComposeService): readonly string[] =>
  PINNED.test(image) ? [] : [`runs ${image || 'no image'}, which names no whole version`];

const containment: readonly (readonly [fault: string, isContained: (service: ComposeService) => unknown])[] = [
  ['may be root', ({ user = '' }) => /^[1-9]\d*:[1-9]\d*$/.test(user)],
  ['can write to its own program', ({ read_only }) => read_only],
  ['keeps capabilities', ({ cap_drop = [] }) => cap_drop.includes('ALL')],
  ['is given capabilities', ({ cap_add }) => cap_add === undefined],
  ['is privileged', ({ privileged }) => privileged === undefined],
  ['may gain privileges', ({ security_opt = [] }) => security_opt.includes('no-new-privileges:true')],
  ['may fill the disk with its log', ({ logging }) => logging?.options?.['max-size']],
];

const privilegeFaults = (service: ComposeService): readonly string[] =>
  containment.flatMap(([fault, isContained]) => (isContained(service) ? [] : [fault]));

const portFaults = ({ ports = [] }: ComposeService): readonly string[] =>
  ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `publishes ${port} beyond this machine`);

const SECRET = /KEY|PASSWORD|SECRET|TOKEN|CREDENTIAL/;

const secretFaults = ({ environment = {} }: ComposeService): readonly string[] =>
  Object.entries(environment)
    .filter(([name, value]) => (SECRET.test(name) && !name.endsWith('_FILE')) || /:\/\/[^/]*@/.test(value))
    .map(([name]) => `has a secret in ${name}`);

/** What is waited for until it has ended, or is run by hand, has no health; everything else has. */
const lifeFaults = (name: string, service: ComposeService, { services }: Compose): readonly string[] => {
  const waits = Object.values(services).flatMap(({ depends_on = {} }) => depends_on[name]?.condition ?? []);
  if (waits.includes('service_completed_successfully') || isRunByHand(service))
    return service.restart === 'no' ? [] : ['would start again and again'];
  const isAsked = service.healthcheck?.test !== undefined || hasNothingToAskWith(service);
  return [...(isAsked ? [] : ['has no health check']), ...waitFaults(service, services)];
};

const waitFaults = ({ depends_on = {} }: ComposeService, services: Compose['services']): readonly string[] =>
  Object.entries(depends_on).flatMap(([other, { condition, required = true }]) => [
    ...(condition === 'service_started' ? [`does not wait until ${other} is ready`] : []),
    ...(required && services[other] === undefined ? [`waits for ${other}, which is not there`] : []),
  ]);

/** Images that hold one program and no other. */
const bare = ['otel/opentelemetry-collector'];

const hasNothingToAskWith = ({ image = '', healthcheck }: ComposeService): boolean =>
  healthcheck?.disable === true && bare.includes(image.replace(/:.*/, ''));

/** A volume of the file, or what stands in the repository and may not be written. */
const volumeFaults = (service: ComposeService, { volumes }: Compose): readonly string[] =>
  mountsOf(service)
    .filter(({ volume, readOnly }) => !(volume in volumes) && !(readOnly && isInRepository(volume)))
    .map(({ volume }) => `has ${volume}, which is no volume of this file`);

const isInRepository = (path: string): boolean => path.startsWith('./infra/') && existsSync(new URL(path, root));

const ADDRESS = /\b[a-z]+:\/\/([\w-]+):(\d+)/g;

/** Every address that it is told is that of a service on a network of its own, and the port is one it listens on. */
const reachFaults = (name: string, service: ComposeService, compose: Compose): readonly string[] =>
  toldOf(service, compose).flatMap(([address, host, port]) => {
    const other = compose.services[host];
    if (!other) return [`is told of ${address}, which is not there`];
    return [
      ...(listensOn(other, port) ? [] : [`is told of ${address}, but ${host} does not listen there`]),
      ...(meet(service, other) ? [] : [`is on no network with ${host}`]),
      ...(mayStartBefore(service, other) || waitsFor(name, host, compose.services)
        ? []
        : [`does not wait for ${host}`]),
    ];
  });

/** Addresses in its environment; of its files, which speak of much else, what names another service. */
const toldOf = (service: ComposeService, compose: Compose): readonly (readonly [string, string, string])[] => {
  const inEnvironment = Object.values(service.environment ?? {}).flatMap((value) => [...value.matchAll(ADDRESS)]);
  const inFiles = toldInFiles(service, compose)
    .flatMap((text) => [...text.matchAll(/\b([a-z][\w-]*):(\d{4,5})\b/g)])
    .filter(([, host = '']) => host in compose.services);
  return [...inEnvironment, ...inFiles].map(([address, host = '', port = '']) => [address, host, port]);
};

/** What is not ours does not say it in its environment. */
const listensOn = ({ environment = {} }: ComposeService, port: string): boolean =>
  (environment['DEMARCHE_PORT'] ?? port) === port;

/** What is run by hand says itself that nobody answers, and must run without the others, to restore what they work with. */
const mayStartBefore = (service: ComposeService, other: ComposeService): boolean =>
  isRunByHand(service) || hasNothingToAskWith(other);

const meet = ({ networks = [] }: ComposeService, other: ComposeService): boolean =>
  networks.some((network) => other.networks?.includes(network));

const waitsFor = (name: string, host: string, services: Compose['services']): boolean =>
  Object.keys(services[name]?.depends_on ?? {}).some((next) => next === host || waitsFor(next, host, services));
