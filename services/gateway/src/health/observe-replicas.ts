import { metrics, observe } from '@demarche/telemetry';
import type { ReplicasReport } from './upstream-checks.ts';

/** Measures how many replicas are away: the gateway works as long as one is left, and readiness alone would not tell. Returns how to stop. */
export const observeReplicas = (check: () => Promise<ReplicasReport>): (() => void) =>
  observe([metrics.replicasAway], async (tell) => {
    const { replicas } = await check();
    tell(metrics.replicasAway, replicas.filter(({ status }) => status === 'fail').length);
  });
