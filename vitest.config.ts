import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const sources = ['packages/*/src', 'services/*/src'];
const specs = (kind: string) => sources.map((folder) => `${folder}/**/*.${kind}.spec.{ts,tsx}`);

/** Whoever looks again until something is so waits a second otherwise: on a busy machine it may take longer. */
const patient = { expect: { poll: { timeout: 15_000 } } };

/** Only what hangs is ended: nothing is told by how long a busy machine takes. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

/**
 * A browser, or a whole installation that is killed and loaded: two of them at a time, however many cores there are, so
 * that one works while the other waits; and only once nothing else competes for the machine.
 */
const heavy = { maxWorkers: 2, sequence: { groupOrder: 1 } };

export default defineConfig({
  // As Node resolves them: with Vite's "development" condition graphql would be loaded twice, once for us and once for
  // the libraries that Node itself loads (infra/adr/0003).
  ssr: { resolve: { conditions: ['module', 'node'], externalConditions: ['node', 'module-sync'] } },
  test: {
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
    // Vitest would leave a core to whoever watches: on a machine of two, everything would wait for one.
    maxWorkers: '100%',
    // Every file has a process of its own: what the first compiled of the libraries, the others need not.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/demarche', import.meta.url)) },
    projects: [
      {
        test: {
          name: 'unit',
          include: [...specs('unit'), 'tests/{benchmarks,interfaces}/**/*.unit.spec.ts'],
          // They change nothing but what they make themselves: the vocabulary is read in once, not for every file.
          isolate: false,
          ...limits,
          ...patient,
        },
      },
      {
        test: {
          name: 'int',
          include: [...specs('int'), 'tests/{deployed,interfaces}/**/*.int.spec.ts'],
          ...limits,
          ...patient,
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.unit.spec.ts'], ...limits } },
      {
        test: {
          name: 'e2e',
          include: ['tests/journeys/**/*.e2e.spec.ts'],
          ...heavy,
          ...patient,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'resilience',
          include: ['tests/resilience/**/*.resilience.spec.ts'],
          ...heavy,
          ...patient,
          // The long form of `npm run test:resilience` kills a process some hundreds of times.
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
