import { statfs } from 'node:fs/promises';
import type { AnswerTo, DoctorFacts, QueryClient } from '@demarche/contracts';
import type { Clock } from '@demarche/kernel';
import type { HealthCheck } from '@demarche/service-kit';

export interface DoctorPorts {
  readonly clock: Clock;
  readonly dataFolder: string;
  readonly queries: QueryClient;
  readonly checks: Readonly<Record<string, HealthCheck>>;
}

/** What this process knows of itself and of its machine. Nothing is changed, and nothing is written. */
export const doctorFacts = async ({ clock, dataFolder, queries, checks }: DoctorPorts): Promise<DoctorFacts> => {
  const { bavail, bsize } = await statfs(dataFolder);
  const names = Object.keys(checks);
  const reports = await Promise.all(names.map((name) => report(checks[name] as HealthCheck)));
  return {
    now: clock.now() as DoctorFacts['now'],
    node: process.versions.node,
    dataFolder,
    freeBytes: bavail * bsize,
    newestRecordedAt: await newestIn(queries),
    checks: Object.fromEntries(names.map((name, index) => [name, { ...reports[index] }])),
  };
};

const report = async (check: HealthCheck) => {
  try {
    return await check();
  } catch (error) {
    return { status: 'fail', error: (error as Error).message };
  }
};

const newestIn = async (queries: QueryClient): Promise<DoctorFacts['newestRecordedAt']> => {
  const { results } = await queries.ask([{ query: 'projection-status', arguments: {} }]);
  return (results[0] as AnswerTo<'projection-status'>).recordedAt;
};
