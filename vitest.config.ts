import { defineConfig } from 'vitest/config';

const sources = ['packages/*/src', 'services/*/src'];
const specs = (kind: string) => sources.map((folder) => `${folder}/**/*.${kind}.spec.{ts,tsx}`);

export default defineConfig({
  // As Node resolves them: with Vite's "development" condition graphql would be loaded twice, once for us and once for
  // the libraries that Node itself loads (infra/adr/0003).
  ssr: { resolve: { conditions: ['module', 'node'], externalConditions: ['node', 'module-sync'] } },
  test: {
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
    projects: [
      { test: { name: 'unit', include: [...specs('unit'), 'tests/{benchmarks,interfaces}/**/*.unit.spec.ts'] } },
      {
        test: {
          name: 'int',
          include: [...specs('int'), 'tests/{deployed,interfaces}/**/*.int.spec.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.unit.spec.ts'], testTimeout: 20_000 } },
      {
        test: {
          name: 'e2e',
          include: ['tests/journeys/**/*.e2e.spec.ts'],
          fileParallelism: false,
          // One browser at a time, and only when nothing else competes with it for the machine.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'resilience',
          include: ['tests/resilience/**/*.resilience.spec.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          // The long form of `npm run test:resilience` kills a process some hundreds of times.
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
