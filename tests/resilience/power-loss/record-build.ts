import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { appendScenario, generateScenario } from '@demarche/testing/scenario';
import { type TracedSteps, tracedFolder, traceProgram } from './trace-program.ts';

const builder = fileURLToPath(new URL('./traced-build.ts', import.meta.url));

/** Has the views of a history built by threads while every write is watched. */
export const recordBuild = async (folder: string, seed: number, events: number): Promise<TracedSteps> => {
  const store = sqliteEventStore({ file: join(tracedFolder(folder), 'data', 'events.sqlite') });
  const years = { fromYear: 2020, toYear: 2026, today: '2026-11-01' } as const;
  await appendScenario(store, generateScenario({ seed, countries: 2, ...years, eventsTarget: events }));
  await store.close();
  mkdirSync(join(tracedFolder(folder), 'data', 'views'));
  return traceProgram({ folder, program: [builder, tracedFolder(folder)] });
};
