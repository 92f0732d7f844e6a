import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { faultsIn } from './compose-faults.ts';
import { type Compose, type ComposeService, wordsOf } from './compose-file.ts';
import { parseCompose, readCompose } from './read-compose.ts';
import { settingFaultsIn } from './setting-faults.ts';

const root = new URL('../../../', import.meta.url);
const whole = ['docker-compose.yml'];
const withoutKurrentDb = ['docker-compose.yml', 'docker-compose.sqlite.yml'];
const centre = ['docker-compose.yml', 'docker-compose.centre.yml'];
const compose = readCompose(whole);

/** The Compose Specification's own schema (https://github.com/compose-spec/compose-spec, Apache-2.0), as dclint carries it. */
const fitsTheSpecification = () => {
  const schema = new URL('schemas/compose.schema.json', import.meta.resolve('dclint/package.json'));
  const draft7 = new URL('lib/refs/json-schema-draft-07.json', import.meta.resolve('ajv/package.json'));
  const read = (file: URL) => JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const { $id: _, ...dialect } = read(draft7);
  ajv.addMetaSchema(dialect, 'https://json-schema.org/draft-07/schema');
  const validate = ajv.compile(read(schema));
  return (file: unknown): readonly string[] => {
    validate(file);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
};

const changed = (name: string, change: Partial<ComposeService>, its = compose): Compose => ({
  ...its,
  services: { ...its.services, [name]: { ...its.services[name], ...change } },
});
const watched = readCompose(whole, ['telemetry']);
const withCommand = readCompose(whole, ['tools']);

const gigabytes = (limit: string): number => Number.parseFloat(limit) / (limit.endsWith('m') ? 1024 : 1);

const environment = (name: string, variables: Record<string, string>): Compose =>
  changed(name, { environment: { ...compose.services[name]?.environment, ...variables } });

describe('the compose files', () => {
  const faultsOf = fitsTheSpecification();

  test.each([...withoutKurrentDb, 'docker-compose.centre.yml'])(
    '%s is as the Compose Specification wants it',
    (file) => {
      expect(faultsOf(parseCompose(file))).toEqual([]);
    },
  );

  test('given a word that Compose does not know, then the schema says so', () => {
    const { relay, ...others } = parseCompose('docker-compose.yml')['services'] as Record<string, object>;
    const misspelt = { services: { ...others, relay: { ...relay, heathcheck: {} } } };
    expect(faultsOf(misspelt)).toEqual(['/services/relay must NOT have additional properties']);
  });

  test.each([
    ['with KurrentDB', readCompose(whole)],
    ['with a SQLite file', readCompose(withoutKurrentDb)],
    ['with telemetry', watched],
    ['with the command', withCommand],
    ['with the command beside a SQLite file', readCompose(withoutKurrentDb, ['tools'])],
  ])('%s nothing is unpinned, unlimited, unhealthy, privileged, published or secret', (_, found) => {
    expect(faultsIn(found)).toEqual([]);
  });

  test.each([
    ['with KurrentDB', readCompose(whole)],
    ['with a SQLite file', readCompose(withoutKurrentDb)],
  ])('%s every service is told what it needs, and nothing that it does not know', async (_, found) => {
    expect(await settingFaultsIn(found)).toEqual([]);
  });

  test('only the console is published, where the standalone listens too', () => {
    const published = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, port]),
    );
    expect(published).toEqual([['console', '127.0.0.1:4800:4800']]);
  });

  test('of a centre the door for its sites is published to this machine, and behind it stands the bus alone', () => {
    const found = readCompose(centre);
    expect(found.services['nats']?.ports).toEqual(['127.0.0.1:7422:7422']);
    expect(faultsIn(found)).toEqual([
      'nats has a secret in SITE_PASSWORD',
      'nats is on inside and on line: only the console is to be both',
    ]);
    expect(Object.values(found.services).filter(({ networks }) => networks?.includes('line')).length).toBe(1);
  });

  test.each([[whole], [centre]])('by %s the bus is given every file that its configuration is made of', (files) => {
    const { services, configs } = readCompose(files);
    const { command = [], configs: given = [] } = services['nats'] ?? {};
    const textAt = (target: string): string => {
      const { source = '' } = given.find((one) => one.target === target) ?? {};
      return readFileSync(new URL(configs[source]?.file ?? target, root), 'utf8');
    };
    const included = [...textAt(command.at(-1) ?? '').matchAll(/^include \.\/(.+)$/gm)];
    expect(included.length).toBe(files.length - 1);
    for (const [, name] of included) expect(textAt(`/etc/nats/${name}`)).toContain('jetstream');
  });

  test('of telemetry only the viewer is published, to this machine', () => {
    const published = Object.entries(watched.services).flatMap(([name, { profiles, ports = [] }]) =>
      profiles?.includes('telemetry') ? ports.map((port) => [name, port]) : [],
    );
    expect(published).toEqual([['grafana', '127.0.0.1:3000:3000']]);
  });

  test('what telemetry keeps is bounded, in memory and on disk', () => {
    const wordsOf = (name: string) => watched.services[name]?.command?.join('\n') ?? '';
    expect(wordsOf('prometheus')).toMatch(/^--storage\.tsdb\.retention\.size=\d+GB$/m);
    expect(wordsOf('jaeger')).toMatch(/\.memory\.max_traces=\d+$/m);
  });

  test('of what KurrentDB logs no more is kept than a gigabyte', () => {
    const told = compose.services['kurrentdb']?.environment ?? {};
    const bytes = Number(told['EVENTSTORE_LOG_FILE_SIZE']) * Number(told['EVENTSTORE_LOG_FILE_RETENTION_COUNT']);
    const kinds = ['log', 'log-err', 'log-stats'];
    expect(bytes * kinds.length).toBeLessThan(1_000_000_000);
  });

  test('the README says what machine it takes', () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8');
    const lasting = (files: readonly string[], profiles: readonly string[] = []) =>
      Object.values(readCompose(files, profiles).services).filter(({ restart }) => restart !== 'no');
    const memory = (services: readonly ComposeService[]): number =>
      services.reduce((sum, { mem_limit = '' }) => sum + gigabytes(mem_limit), 0);
    const [all, few, most] = [lasting(whole), lasting(withoutKurrentDb), lasting(whole, ['telemetry'])].map(memory);
    const said = [all, few, (most ?? 0) - (all ?? 0)].map((one = 0) => `${Math.round(one * 2) / 2} GB`);
    expect(readme).toContain(
      `The limits add up to ${said[0]}, without KurrentDB to ${said[1]}; telemetry may take ${said[2]} more.`,
    );
    expect(readme).toContain(`at least ${Math.max(...lasting(whole).map(({ cpus = 0 }) => cpus))} CPUs`);
  });

  test('whom a browser reaches answers to the command, to the names that whoever starts it gives, and to no other', () => {
    const { services } = parseCompose('docker-compose.yml') as unknown as Compose;
    const told = Object.entries(services).flatMap(([name, { environment: its }]) =>
      its?.['DEMARCHE_HOSTS'] === undefined ? [] : [[name, its['DEMARCHE_HOSTS']]],
    );
    expect(told).toEqual([
      ['gateway', 'console,${DEMARCHE_HOSTS:-}'],
      ['console', 'console,${DEMARCHE_HOSTS:-}'],
    ]);
    expect(services['demarche']?.environment?.['DEMARCHE_URL']).toBe('http://console:4800');
  });

  test('the gateway is told by whoever starts it that people come by https, and otherwise that they do not', () => {
    const { services } = parseCompose('docker-compose.yml') as unknown as Compose;
    expect(services['gateway']?.environment?.['DEMARCHE_HTTPS']).toBe('${DEMARCHE_HTTPS:-no}');
  });

  test('a container is asked often while others wait for it, and seldom when it is well', () => {
    const asked = Object.values(watched.services).flatMap(({ healthcheck }) =>
      healthcheck?.test === undefined ? [] : [[healthcheck.start_interval, healthcheck.interval]],
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(new Set(asked.map(String))).toEqual(new Set(['2s,30s']));
  });

  test('every service of ours runs from one image, which bears the version of the program', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
    const ours = Object.values(withCommand.services).filter((service) => wordsOf(service)[0] === 'node');
    expect(new Set(ours.map(({ image }) => image))).toEqual(new Set([`demarche:${version}`]));
    expect(ours.filter(({ build }) => build).length).toBe(1);
  });

  test('every file that a container is given is there', () => {
    const { configs } = parseCompose('docker-compose.yml') as { configs: Record<string, { file: string }> };
    for (const { file } of Object.values(configs)) expect(existsSync(new URL(file, root))).toBe(true);
  });

  test('without KurrentDB nothing of it is left', () => {
    const { services } = readCompose(withoutKurrentDb);
    expect(services['kurrentdb']).toBeUndefined();
    expect(JSON.stringify(Object.values(services).map(({ environment = {} }) => environment))).not.toContain(
      'kurrentdb',
    );
  });

  test('every replica of the projections has views of its own, and the gateway knows each', () => {
    const replicas = Object.keys(compose.services).filter((name) => name.startsWith('projections'));
    const views = replicas.map((name) => compose.services[name]?.volumes?.find((volume) => volume.startsWith('views')));
    expect(new Set(views).size).toBe(replicas.length);
    const known = compose.services['gateway']?.environment?.['DEMARCHE_PROJECTIONS'];
    expect(known?.split(',')).toEqual(replicas.map((name) => `http://${name}:4804`));
  });

  test('the gateway waits for every replica, and starts without one that does not become healthy', () => {
    const replicas = Object.entries(compose.services['gateway']?.depends_on ?? {}).filter(([name]) =>
      name.startsWith('projections'),
    );
    expect(replicas.length).toBeGreaterThan(1);
    for (const [, wait] of replicas) expect(wait).toEqual({ condition: 'service_healthy', required: false });
  });
});

describe('a fault is found', () => {
  test.each<[string, Compose, string]>([
    ['an image of any version', changed('nats', { image: 'nats:latest' }), 'nats runs nats:latest'],
    ['an image of half a version', changed('nats', { image: 'nats:2.11-alpine' }), 'names no whole version'],
    ['no memory limit', changed('relay', { mem_limit: undefined as never }), 'relay has no mem_limit'],
    ['root', changed('gateway', { user: '0:0' }), 'gateway may be root'],
    ['a program that can be changed', changed('gateway', { read_only: false }), 'can write to its own program'],
    ['a check that is switched off', changed('relay', { healthcheck: { disable: true } }), 'relay has no health check'],
    ['a folder of the machine', changed('relay', { volumes: ['./infra:/demarche/infra'] }), 'has ./infra'],
    ['a published store', changed('kurrentdb', { ports: ['2113:2113'] }), 'publishes 2113:2113'],
    ['a secret', environment('gateway', { DEMARCHE_IDENTITY_KEY: 'kaldara' }), 'a secret in DEMARCHE_IDENTITY_KEY'],
    [
      'a password in an address',
      environment('relay', { DEMARCHE_BUS: 'nats://a:b@nats:4222' }),
      'a secret in DEMARCHE_BUS',
    ],
    ['no health check', changed('relay', { healthcheck: undefined as never }), 'relay has no health check'],
    [
      'a port that nobody listens on',
      environment('console', { DEMARCHE_GATEWAY: 'http://gateway:4816' }),
      'gateway does not listen there',
    ],
    ['a service that is not there', environment('console', { DEMARCHE_GATEWAY: 'http://gatway:4806' }), 'not there'],
    ['a start without waiting', changed('relay', { depends_on: {} }), 'relay does not wait for kurrentdb'],
    [
      'a start before something is ready',
      changed('relay', {
        depends_on: { ...compose.services['relay']?.depends_on, nats: { condition: 'service_started' } },
      }),
      'relay does not wait until nats is ready',
    ],
    [
      'a command that starts anew',
      changed('demarche', { restart: 'always' }, withCommand),
      'demarche would start again',
    ],
    ['secrets that are made for ever', changed('keys', { restart: 'always' }), 'keys would start again and again'],
    ['a network that does not reach', changed('relay', { networks: ['front'] }), 'relay is on no network with nats'],
    [
      'a second door',
      changed('grafana', { networks: ['inside', 'watch', 'front'] }, watched),
      'grafana is on inside and on front: only the console is to be both',
    ],
    ['a collector before its store', changed('collector', { depends_on: {} }, watched), 'does not wait for jaeger'],
    ['a viewer before its stores', changed('grafana', { depends_on: {} }, watched), 'does not wait for prometheus'],
    ['a viewer elsewhere', changed('grafana', { networks: ['front'] }, watched), 'is on no network with jaeger'],
    [
      'a store of traces that is not asked',
      changed('jaeger', { healthcheck: { disable: true } }, watched),
      'jaeger has no health check',
    ],
    ['a volume that is not declared', changed('relay', { volumes: ['recrod:/data'] }), 'has recrod'],
  ])('%s', (_, broken, sentence) => {
    expect(faultsIn(broken).join('\n')).toContain(sentence);
  });

  test.each(['inside', 'watch'])('a way out of the network %s', (network) => {
    const open = { ...compose, networks: { ...compose.networks, [network]: {} } };
    expect(faultsIn(open)).toContain(`the network ${network} has a way out`);
  });

  test.each<[string, Compose, string]>([
    [
      'a setting that no service knows',
      environment('relay', { DEMARCHE_BUZ: 'nats://nats:4222' }),
      'relay does not know DEMARCHE_BUZ',
    ],
    [
      'a setting that is refused',
      environment('gateway', { DEMARCHE_SIGN_IN: 'no' }),
      'gateway: DEMARCHE_SIGN_IN must be',
    ],
  ])('%s', async (_, broken, sentence) => {
    expect((await settingFaultsIn(broken)).join('\n')).toContain(sentence);
  });
});
