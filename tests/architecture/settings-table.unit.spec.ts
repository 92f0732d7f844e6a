import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readRepositoryFile, repositoryFiles } from './repository-files.ts';
import { type SettingsOfServices, settingsTable } from './settings-table.ts';

const deployed = ['recommendations', 'engagements', 'commitments', 'relay', 'projections', 'gateway', 'console'];

const settingsOf = async (service: string): Promise<z.ZodObject> =>
  ((await import(`../../services/${service}/src/settings.ts`)) as { settings: z.ZodObject }).settings;

const readSettings = async (services: readonly string[]): Promise<SettingsOfServices> =>
  Object.fromEntries(await Promise.all(services.map(async (service) => [service, await settingsOf(service)] as const)));

/** The lines of the table below a heading of the README. */
const tableBelow = (heading: string): readonly string[] => {
  const [, section = ''] = readRepositoryFile('README.md').split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return own.split('\n').filter((line) => line.startsWith('|'));
};

describe('the table of settings', () => {
  test('tells of each one for whom it is, what it is without it, and what it means', () => {
    const port = (usual: number) => z.coerce.number().default(usual).describe('the port');
    const key = z.string().min(32).describe('a secret');
    const rows = settingsTable({
      relay: z.object({ PORT: port(1), MARK: z.string().default('').describe('a mark') }),
      gateway: z.object({ PORT: port(2), KEY: key, FEED: z.enum(['bus']).default('bus').describe('a feed') }),
      projections: z.object({ KEY: key, CA: z.string().optional().describe('a file') }),
    });
    expect(rows.slice(2)).toEqual([
      '| `PORT` | relay, gateway | relay `1`, gateway `2` | the port |',
      '| `MARK` | relay | – | a mark |',
      '| `KEY` | gateway, projections | required | a secret |',
      '| `FEED` | gateway | `bus` | a feed |',
      '| `CA` | projections | – | a file |',
    ]);
  });

  test('names the services that are meant together', () => {
    const knownTo = (services: readonly string[]) =>
      settingsTable(Object.fromEntries(services.map((service) => [service, z.object({ LOG: z.string() })])));
    expect(knownTo(deployed)[2]).toMatch(/^\| `LOG` \| all \|/);
    expect(knownTo(deployed.slice(0, 5))[2]).toMatch(/^\| `LOG` \| write services, relay, projections \|/);
  });
});

describe('the README', () => {
  test('knows every service that is told something', () => {
    const told = repositoryFiles('services/*/src/settings.ts').map((path) => path.split('/')[1]);
    expect(told.filter((service) => service !== 'standalone').toSorted()).toEqual(deployed.toSorted());
  });

  test('tells of every setting of npm start, and what it is without', async () => {
    const { npm_lifecycle_event: _, DEMARCHE_DATA, ...shape } = (await settingsOf('standalone')).shape;
    const rows = tableBelow('Settings').map((row) => row.split('|').map((cell) => cell.trim()));
    const told = rows.map(([, name, usual]) => [name, usual]);
    const known = settingsTable({ standalone: z.object(shape) }).slice(2);
    expect(known.length).toBeGreaterThan(0);
    for (const row of known) expect(told).toContainEqual([row.split(' | ')[0]?.slice(2), row.split(' | ')[2]]);
    expect(DEMARCHE_DATA).toBeDefined();
    expect(told).toContainEqual(['`DEMARCHE_DATA`', '`./data`']);
  });

  test('tells of every setting of the deployed profile what its schema says', async () => {
    expect(tableBelow('Settings of the deployed profile')).toEqual(settingsTable(await readSettings(deployed)));
  });
});
