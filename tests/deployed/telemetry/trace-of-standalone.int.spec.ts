import { startCollector } from '@demarche/testing/collector';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startDemarche } from '../../journeys/start-demarche.ts';
import { type Began, recordAndWatch } from './record-and-watch.ts';
import { BROWSER, wayTo } from './way-of-a-span.ts';

// A whole process starts, on a machine that may have other work, and sends what it has every five seconds.
vi.setConfig({ testTimeout: 120_000 });

const ours = (...names: readonly string[]) => names.map((name) => `demarche-standalone: ${name}`);

test('the standalone sends one trace from the browser to the browser, and its measurements', async () => {
  const collector = await startCollector();
  onTestFinished(collector.stop);
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint };
  const demarche = await startDemarche({ pages: false, settings });
  onTestFinished(demarche.stop);

  const { recording, reading } = await recordAndWatch(demarche.address);

  const wayOf = (began: Began, name: string) =>
    collector.until(() => {
      const way = wayTo(collector.spans(), began, name);
      return way[0] === BROWSER && way;
    });
  const command = ours('http POST', 'graphql mutation', 'command log-engagement', 'handle log-engagement');
  const back = ours('event-store append', 'project', 'push change');
  expect(await wayOf(recording, 'push change')).toEqual([BROWSER, ...command, ...back]);
  const question = ours('http POST', 'graphql query', 'query batch');
  expect(await wayOf(reading, 'query batch')).toEqual([BROWSER, ...question]);

  const awaited = [
    'demarche.append.duration',
    'demarche.command.duration',
    'demarche.commands',
    'demarche.projection.delay',
    'demarche.projection.events',
    'demarche.projection.lag',
    'demarche.projection.parked_streams',
    'demarche.projection.rebuild_running',
    'demarche.query.duration',
    'demarche.service.ready',
    'demarche.service.started',
    'http.server.request.duration',
  ];
  const came = () => [...new Set(collector.points().map(({ metric }) => metric))].toSorted();
  await collector.until(() => awaited.every((name) => came().includes(name)));
  expect(came()).toEqual(awaited);
  expect(collector.text()).not.toMatch(/recruitment fees|Joan Park|Ines Okafor/);
});
