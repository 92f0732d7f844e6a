import { natsInstalled } from '@demarche/testing';
import { type Collector, startCollector } from '@demarche/testing/collector';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Deployed, startDeployed } from '../start-deployed.ts';
import { type Began, recordAndWatch } from './record-and-watch.ts';
import { BROWSER, wayTo } from './way-of-a-span.ts';

// Eight processes start, on a machine that may have other work, and send what they have every five seconds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const installed = natsInstalled();

const ofEach = ['demarche.service.ready', 'demarche.service.started'];

/** What each service measures when somebody records, watches and reads. */
const measured = {
  console: ['http.server.request.duration', ...ofEach],
  gateway: ['http.server.request.duration', 'demarche.gateway.replicas_away', ...ofEach],
  engagements: [
    'http.server.request.duration',
    'demarche.commands',
    'demarche.command.duration',
    'demarche.append.duration',
    ...ofEach,
  ],
  relay: ['demarche.relay.lag', 'demarche.relay.published', 'demarche.relay.failures', ...ofEach],
  projections: [
    'http.server.request.duration',
    'demarche.projection.lag',
    'demarche.projection.delay',
    'demarche.projection.events',
    'demarche.projection.parked_streams',
    'demarche.projection.rebuild_running',
    'demarche.query.duration',
    ...ofEach,
  ],
};

describe.skipIf(installed !== true)(`the deployed profile${installed === true ? '' : ` (${installed})`}`, () => {
  let collector: Collector;
  let deployed: Deployed;
  let began: { readonly recording: Began; readonly reading: Began };

  beforeAll(async () => {
    collector = await startCollector();
    deployed = await startDeployed({ replicas: 2, settings: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint } });
    began = await recordAndWatch(deployed.address);
  });
  afterAll(async () => {
    await deployed?.close();
    await collector?.stop();
  });

  const wayOf = (of: Began, name: string) =>
    collector.until(() => {
      const way = wayTo(collector.spans(), of, name);
      return way[0] === BROWSER && way;
    });

  const toTheAppend = [
    BROWSER,
    'demarche-console: http POST',
    'demarche-gateway: http POST',
    'demarche-gateway: graphql mutation',
    'demarche-engagements: http POST',
    'demarche-engagements: command log-engagement',
    'demarche-engagements: handle log-engagement',
    'demarche-engagements: event-store append',
  ];

  test('has one trace from the browser through every process to the bus', async () => {
    expect(await wayOf(began.recording, 'relay publish')).toEqual([...toTheAppend, 'demarche-relay: relay publish']);
  });

  test('has the same trace go on in the views, and back to whoever watches', async () => {
    const toTheViews = [...toTheAppend, 'demarche-projections: project'];
    expect(await wayOf(began.recording, 'push change')).toEqual([...toTheViews, 'demarche-gateway: push change']);
    const projected = () =>
      collector.spans().filter(({ traceId, name }) => traceId === began.recording.traceId && name === 'project');
    await collector.until(() => projected().length === 2);
  });

  test('has one trace from a question to the views that answer it', async () => {
    expect(await wayOf(began.reading, 'query batch')).toEqual([
      BROWSER,
      'demarche-console: http POST',
      'demarche-gateway: http POST',
      'demarche-gateway: graphql query',
      'demarche-projections: http POST',
      'demarche-projections: query batch',
    ]);
  });

  test.each(Object.entries(measured))('measures in %s what is documented', async (service, names) => {
    const ofService = () => collector.points().filter((point) => point.service === `demarche-${service}`);
    const came = () => new Set(ofService().map(({ metric }) => metric));
    const all = await collector.until(() => names.every((name) => came().has(name)) && came());
    expect(all).toEqual(new Set(names));
  });

  test('tells replicas apart', async () => {
    const lags = () => collector.points().filter(({ metric }) => metric === 'demarche.projection.lag');
    const instances = () => new Set(lags().map(({ instance }) => instance));
    const replicas = await collector.until(() => instances().size > 1 && instances());
    expect(replicas.size).toBe(2);
  });

  test('says nothing that anybody wrote', () => {
    expect(collector.text()).not.toMatch(/recruitment fees|Joan Park|Ines Okafor/);
  });
});
