import type { RebuildState } from '@demarche/contracts';
import type { HealthCheck, HealthReport } from '@demarche/service-kit';
import type { ProjectionsStatus } from '../engine/projection-status.ts';
import type { ProjectionsModule } from '../module.ts';

/** Looks at how the projections do, and at what was said of it so far. It may remember what it saw before. */
export type StatusJudge = (status: ProjectionsStatus, report: HealthReport) => HealthReport;

/** A rebuild is told of while it runs, and when it failed. */
const worthTelling = (rebuild: RebuildState | null): RebuildState | null =>
  rebuild?.state === 'running' || rebuild?.state === 'failed' ? rebuild : null;

/**
 * Ready while questions are answered from what is on record; amber while a stream is parked, a rebuild failed, or the feed
 * gives trouble. The projections are asked once, whoever judges.
 */
export const projectionsCheck =
  (module: Pick<ProjectionsModule, 'status'>, ...judges: readonly StatusJudge[]): HealthCheck =>
  async () => {
    const status = await module.status();
    return judges.reduce((report, judge) => judge(status, report), reportOf(status));
  };

const NOTHING_YET = 'There are no views to answer from yet: they are made from the record, as soon as that can be read';

const reasonIn = ({ trouble, serving }: ProjectionsStatus): string | null => trouble ?? (serving ? null : NOTHING_YET);

const reportOf = (now: ProjectionsStatus): HealthReport => {
  const { serving, beyondRecord, trouble, position, lag, parked, rebuild, settings } = now;
  const streams = new Set(parked.map(({ stream }) => stream)).size;
  const details = {
    position,
    lag,
    parked: streams,
    trouble: reasonIn(now),
    rebuild: worthTelling(rebuild),
    ...settings,
  };
  if (beyondRecord) return { status: 'fail', beyondRecord, ...details };
  if (!serving) return { status: 'fail', ...details };
  const isAmber = streams > 0 || trouble !== null || rebuild?.state === 'failed';
  return { status: isAmber ? 'warn' : 'pass', ...details };
};
