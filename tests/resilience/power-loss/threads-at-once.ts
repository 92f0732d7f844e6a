import type { ProjectionsPorts } from '@demarche/projections';

/** Has views built by threads however little there is to build; a start of Demarche does so when there is much. */
export const threadsAtOnce = (eventsFile: string): NonNullable<ProjectionsPorts['threads']> => ({
  script: new URL('../../../services/standalone/src/build-views/main.ts', import.meta.url),
  workerData: { eventsFile },
  count: 2,
  fromEvents: 1,
});
