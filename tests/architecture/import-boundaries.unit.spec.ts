import { describe, expect, test } from 'vitest';
import { adapterNamesIn, violationsIn } from './import-boundaries.ts';
import { readRepositoryFile, repositoryFiles } from './repository-files.ts';
import { readSourceFile } from './source-file.ts';

const violations = (path: string, text: string) => violationsIn(readSourceFile(path, text), ['openSqliteEventStore']);
const slice = 'services/engagements/src/engagement/log-engagement/log-engagement.ts';

describe('a planted violation is found', () => {
  test.each([
    ['kernel imports ours', 'packages/kernel/src/a.ts', "import { z } from '@demarche/contracts';"],
    ['kernel imports a library', 'packages/kernel/src/a.ts', "import { z } from 'zod';"],
    ['contracts import a library beside zod', 'packages/contracts/src/a.ts', "import e from 'express';"],
    ['contracts import upwards', 'packages/contracts/src/a.ts', "import type { A } from '@demarche/event-store';"],
    ['event-store imports messaging', 'packages/event-store/src/a.ts', "export { a } from '@demarche/messaging';"],
    ['service-kit imports a service', 'packages/service-kit/src/a.ts', "export * from '@demarche/gateway';"],
    ['report-parser imports the store', 'packages/report-parser/src/a.ts', "await import('@demarche/event-store');"],
    ['a service imports another', 'services/gateway/src/a.ts', "import { a } from '@demarche/projections';"],
    ['a service takes only a type of another', 'services/gateway/src/a.ts', "type A = import('@demarche/relay').A;"],
    ['a spec imports another service', 'services/relay/src/a.unit.spec.ts', "import { a } from '@demarche/console';"],
    ['a service ships test code', 'services/relay/src/a.ts', "import { a } from '@demarche/testing';"],
    ['the command reaches behind HTTP', 'services/cli/src/a.ts', "import { a } from '@demarche/event-store';"],
    ['the command follows the bus', 'services/cli/src/a.ts', "import { a } from '@demarche/messaging';"],
    ['the command serves requests', 'services/cli/src/a.ts', "import { a } from '@demarche/service-kit';"],
    ['a relative path leaves the workspace', 'services/relay/src/a.ts', "import '../../gateway/src/a.ts';"],
    [
      'a route makes an adapter',
      `${slice.slice(0, -3)}.route.ts`,
      "import { openSqliteEventStore } from '@demarche/event-store';",
    ],
    ['a service makes an adapter', 'services/relay/src/a.ts', "import { a } from '@demarche/messaging/in-process';"],
    ['a package uses its own adapter', 'packages/messaging/src/a.ts', "import { a } from './adapters/nats/feed.ts';"],
    ['a slice reads a file', slice, "import { readFileSync } from 'node:fs';"],
    ['a slice reads the clock', slice, 'export const now = () => new Date();'],
    ['a slice reads the clock by its other name', slice, 'export const now = () => globalThis.Date.now();'],
    ['a rule throws dice', 'packages/kernel/src/a.ts', 'export const id = () => Math.random();'],
    ['a contract makes ids', 'packages/contracts/src/a.ts', 'export const id = () => crypto.randomUUID();'],
    ['the parser fetches', 'packages/report-parser/src/a.ts', "export const page = () => fetch('http://127.0.0.1');"],
  ])('%s', (_, path, text) => {
    expect(violations(path, text)).toHaveLength(1);
  });
});

describe('what the architecture allows passes', () => {
  test.each([
    [
      'a service',
      'services/gateway/src/a.ts',
      "import { a } from '@demarche/service-kit'; import { b } from './b.ts';",
    ],
    [
      'the composition',
      'services/standalone/src/a.ts',
      "import { a } from '@demarche/gateway'; import '@demarche/testing';",
    ],
    [
      'the command describes both interfaces',
      'services/cli/src/a.ts',
      "await import('@demarche/service-kit/open-api'); await import('@demarche/messaging/async-api');",
    ],
    ['main', 'services/relay/src/main.ts', "import { openSqliteEventStore } from '@demarche/event-store';"],
    [
      'main takes an adapter by its path',
      'services/relay/src/main.ts',
      "import { a } from '@demarche/event-store/sqlite';",
    ],
    ['a type of an adapter', 'services/relay/src/a.ts', "import type { A } from '@demarche/event-store/sqlite';"],
    [
      'a spec',
      `${slice.slice(0, -3)}.unit.spec.ts`,
      "import { a } from '@demarche/testing'; export const t = Date.now();",
    ],
    ['a date that was told', slice, 'export const day = (told: string) => new Date(told);'],
    ['a hash', 'packages/report-parser/src/a.ts', "import { createHash } from 'node:crypto';"],
  ])('%s', (_, path, text) => {
    expect(violations(path, text)).toEqual([]);
  });
});

test('an adapter is what a package passes on from its adapters folder', () => {
  const index = "export { openMemory } from './adapters/memory.ts'; export type { Store } from './adapters/store.ts';";
  expect(adapterNamesIn(readSourceFile('packages/event-store/src/index.ts', index))).toEqual(['openMemory']);
});

test('every source file of the repository keeps the boundaries', () => {
  const files = repositoryFiles('packages/*/src/**/*.{ts,tsx}', 'services/*/src/**/*.{ts,tsx}').map((path) =>
    readSourceFile(path, readRepositoryFile(path)),
  );
  const adapterNames = files
    .filter(({ path }) => /^packages\/[^/]+\/src\/index\.ts$/.test(path))
    .flatMap(adapterNamesIn);
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap((file) => violationsIn(file, adapterNames))).toEqual([]);
});
