import { availableParallelism } from 'node:os';
import type { BuildThreads } from '@demarche/projections';

/** How the standalone process builds the views of a long record. */
export const buildThreads = (eventsFile: string): BuildThreads => ({
  script: new URL('../../services/standalone/src/build-views/main.ts', import.meta.url),
  workerData: { eventsFile },
  count: Math.min(4, availableParallelism()),
  fromEvents: 20_000,
});
