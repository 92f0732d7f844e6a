import { startTelemetry } from '@demarche/telemetry';
import { type Collector, startCollector } from '@demarche/testing/collector';
import { expect, test } from 'vitest';
import { observeReplicas } from './observe-replicas.ts';

const measured = (collector: Collector) =>
  collector.points().filter(({ metric }) => metric === 'demarche.gateway.replicas_away');

test.each<[string, ('pass' | 'warn' | 'fail')[], number]>([
  ['that work or have something to tell', ['pass', 'warn'], 0],
  ['of which one is away', ['pass', 'fail'], 1],
  ['that are all away', ['fail', 'fail'], 2],
])('given replicas %s, then as many as are away are measured', async (_, statuses, away) => {
  const collector = await startCollector();
  const telemetry = await startTelemetry({ service: 'gateway', version: '0.1.0', endpoint: collector.endpoint });
  const replicas = statuses.map((status, index) => ({ address: `http://projections-${index}:4804`, status }));
  observeReplicas(async () => ({ status: 'warn', replicas }));
  await telemetry.stop();
  // Whoever stops does not wait for long until it has arrived.
  await collector.until(() => measured(collector).length > 0);
  await collector.stop();
  expect(measured(collector)).toMatchObject([{ kind: 'gauge', value: away }]);
});
