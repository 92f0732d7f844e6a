import { describe, expect, test } from 'vitest';
import { repositoryFiles } from './repository-files.ts';

const roles = [
  'decider',
  'route',
  'projector',
  'queries',
  'page',
  'contract',
  'unit.spec',
  'int.spec',
  'e2e.spec',
  'resilience.spec',
  'bench',
  'config',
  'document',
  'mutations',
  'schema',
  // loaded before a program by --import, to put something in place of a part of it
  'preload',
];
const forbidden = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'manager',
  'base',
  'types',
  'type',
  'misc',
];

const faultIn = (path: string): string | undefined => {
  const [name = '', ...suffixes] = path
    .replace(/^.*\//, '')
    .replace(/(\.d)?\.(tsx?|mjs)$/, '')
    .split('.');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return `${path} is not in kebab-case`;
  if (forbidden.includes(name) || /-(manager|utils|helpers)$/.test(name))
    return `${path} says nothing: name it after its export`;
  return isRole(suffixes.join('.')) ? undefined : `${path} has an unknown role: use one of ${roles.join(', ')}`;
};

const isRole = (role: string): boolean => role === '' || roles.some((known) => `.${role}`.endsWith(`.${known}`));

describe('a name that breaks the rule is found', () => {
  test.each([
    'utils.ts',
    'base.ts',
    'types.ts',
    'store-manager.ts',
    'EventStore.ts',
    'event_store.ts',
    'raise.handler.ts',
    'a.spec.ts',
  ])('%s', (name) => {
    expect(faultIn(`packages/kernel/src/${name}`)).toMatch(name);
  });
});

test.each([
  'raise-recommendation.route.ts',
  'index.ts',
  'log-engagement.page.tsx',
  'vite.config.ts',
  'recommendation.decider.unit.spec.ts',
])('%s is a good name', (name) => {
  expect(faultIn(`packages/kernel/src/${name}`)).toBeUndefined();
});

test('every file of the repository is named after what it holds', () => {
  const files = repositoryFiles('*.ts', '{packages,services}/*/{src,bin}/**/*.{ts,tsx,mjs}', 'tests/**/*.{ts,tsx}');
  expect(files.map(faultIn).filter((fault) => fault !== undefined)).toEqual([]);
});
