import { readEnvironment } from '@demarche/service-kit';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { readRepositoryFile, repositoryFiles } from './repository-files.ts';

const unit = 'infra/systemd/demarche@.service';
const services = repositoryFiles('services/*/src/settings.ts')
  .map((path) => path.split('/')[1] as string)
  .filter((service) => service !== 'standalone');

/** What systemd reads for a service: the unit for all, and what is added for this one. */
const linesFor = (service: string): readonly string[] =>
  [unit, ...repositoryFiles(`infra/systemd/demarche@${service}.service.d/*.conf`)].flatMap((path) =>
    readRepositoryFile(path).split('\n'),
  );

const credentialsOf = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => /^LoadCredential=(\w+):/.exec(line)?.[1] ?? []).toSorted();

const toldOf = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) =>
    [...line.matchAll(/\b(DEMARCHE_\w+_KEY)_FILE=%d\/(\w+)/g)].map(([, name, of]) => `${name} ${of}`),
  );

const KEYS: Readonly<Record<string, string>> = { DEMARCHE_OFFICER_KEY: 'officer', DEMARCHE_IDENTITY_KEY: 'identity' };

test.each(services)('systemd hands %s the keys that it asks for, and no other', async (service) => {
  const { settings } = (await import(`../../services/${service}/src/settings.ts`)) as { settings: z.ZodObject };
  const asked = Object.keys(settings.shape).filter((name) => name.endsWith('_KEY'));
  const lines = linesFor(service);
  expect(credentialsOf(lines)).toEqual(asked.map((name) => KEYS[name]).toSorted());
  expect(toldOf(lines).toSorted()).toEqual(asked.map((name) => `${name} ${KEYS[name]}`).toSorted());
});

test('what is added is added to a service that there is', () => {
  const added = repositoryFiles('infra/systemd/demarche*.d/*').map(
    (path) => /demarche@(.+)\.service\.d\//.exec(path)?.[1],
  );
  expect(added.length).toBeGreaterThan(0);
  for (const service of added) expect(services).toContain(service);
});

/** What holds for a unit in the end: of what is said more than once, the last. */
const lastOf = (name: string, lines: readonly string[]): string | undefined =>
  lines.findLast((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);

test.each(services)('%s is started again whenever it ends, and may take so much memory and no more', (service) => {
  const lines = linesFor(service);
  expect(lastOf('Restart', lines)).toBe('always');
  expect(lastOf('MemoryMax', lines)).toBe(service === 'projections' ? '2G' : '1G');
});

test("Debian's bus is started again, too, whenever it ends", () => {
  const added = readRepositoryFile('infra/systemd/nats-server.service.d/restart.conf').split('\n');
  expect(lastOf('Restart', added)).toBe('always');
  expect(readRepositoryFile('infra/systemd/README.md')).toContain('cp -r infra/systemd/nats-server.service.d ');
});

const FOLDER = 'infra/systemd/environment';

const toldInFile = (name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    repositoryFiles(`${FOLDER}/${name}.env`)
      .flatMap((path) => readRepositoryFile(path).split('\n'))
      .flatMap((line) => [/^(\w+)=(.+)$/.exec(line)?.slice(1) ?? []])
      .filter((pair) => pair.length === 2),
  );

test.each(services)(
  'with its keys and the files for one host, %s is told all that it needs, and nothing in vain',
  async (service) => {
    const { settings } = (await import(`../../services/${service}/src/settings.ts`)) as { settings: z.ZodObject };
    const own = toldInFile(service);
    expect(Object.keys(own).filter((name) => !(name in settings.shape))).toEqual([]);
    const keys = Object.fromEntries(
      Object.keys(KEYS).map((name) => [name, 'a key of this specification, long enough']),
    );
    expect(readEnvironment(settings, { ...toldInFile('all'), ...own, ...keys })).toMatchObject({ outcome: 'read' });
  },
);

test('what is told is told to a service that there is', () => {
  const told = repositoryFiles(`${FOLDER}/*.env`).map((path) => path.slice(FOLDER.length + 1, -'.env'.length));
  expect(told.length).toBeGreaterThan(1);
  for (const service of told) expect(['all', ...services]).toContain(service);
});
