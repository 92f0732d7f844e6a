import { count, metrics, observe } from '@demarche/telemetry';
import type { ProjectionsStatus } from './projection-status.ts';

/** Says how the views do, each time that measurements are sent. Returns how to stop. */
export const observeProjections = (status: () => Promise<ProjectionsStatus>): (() => void) => {
  // What has not happened yet is told from what is not measured.
  count(metrics.projectedEvents, 0);
  return observe([metrics.projectionLag, metrics.parkedStreams, metrics.rebuildRunning], async (tell) => {
    const { lag, parked, rebuild } = await status();
    tell(metrics.projectionLag, lag);
    tell(metrics.parkedStreams, parked.length);
    tell(metrics.rebuildRunning, rebuild?.state === 'running' ? 1 : 0);
  });
};
