import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { engagementsModule } from '@demarche/engagements';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { gatewayModule } from '@demarche/gateway';
import { logFeed } from '@demarche/messaging';
import { inProcessSignals, memoryMessageLog, systemTiming } from '@demarche/messaging/in-process';
import { projectionsModule } from '@demarche/projections';
import { runRelay } from '@demarche/relay';
import { createHttpApp, createLogger, demonstrationIdentity, inProcessCommands } from '@demarche/service-kit';
import { startTelemetry } from '@demarche/telemetry';
import { startCollector } from '@demarche/testing/collector';
import { expect, onTestFinished, test } from 'vitest';
import { recordAndWatch } from './record-and-watch.ts';
import { BROWSER, wayTo } from './way-of-a-span.ts';

/** Every module of the deployed profile in this process, with a bus of this process between them. */
const startModules = async (store: EventStore): Promise<string> => {
  const logger = createLogger({ service: 'spec', destination: { write: () => undefined } });
  const clock = { now: () => new Date().toISOString() };
  const log = memoryMessageLog();
  const stopping = new AbortController();
  const relaying = runRelay({ store, log, timing: systemTiming, signal: stopping.signal });
  const feed = logFeed({ log, store, timing: systemTiming });
  const signals = inProcessSignals();
  const projections = projectionsModule({ feed, signals, clock, path: ':memory:' });
  const commands = inProcessCommands(engagementsModule({ store, clock }).routes);
  const identity = demonstrationIdentity([new Uint8Array(32)]);
  const gateway = gatewayModule({ queries: projections.queries, commands, signals, identity, logger });
  const mount = (app: { use(handler: unknown): unknown }) =>
    void [identity.routes, gateway.router].map((of) => app.use(of));
  const server = createHttpApp({ logger, bodies: gateway.bodies, mount }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    gateway.close();
    server.closeAllConnections();
    server.close();
    stopping.abort();
    await Promise.all([relaying, projections.stop()]);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Records a meeting; answers what was sent to the collector by the end. */
const recorded = async (store: EventStore) => {
  const collector = await startCollector();
  const telemetry = await startTelemetry({ service: 'demarche', version: '0.1.0', endpoint: collector.endpoint });
  onTestFinished(async () => {
    await telemetry.stop();
    await collector.stop();
  });
  const address = await startModules(store);
  const { recording: began } = await recordAndWatch(address);
  const [event] = await store.readAll(0, 1);
  await telemetry.stop();
  return { began, event, spans: collector.spans() };
};

const toTheAppend = [
  BROWSER,
  'demarche: http POST',
  'demarche: graphql mutation',
  'demarche: command log-engagement',
  'demarche: handle log-engagement',
  'demarche: event-store append',
];

test('one trace leads from a request over the record and the bus into the views and to whoever watches', async () => {
  const { began, event, spans } = await recorded(memoryEventStore());

  expect(wayTo(spans, began, 'relay publish')).toEqual([...toTheAppend, 'demarche: relay publish']);
  const toTheViews = [...toTheAppend, 'demarche: project'];
  expect(wayTo(spans, began, 'push change')).toEqual([...toTheViews, 'demarche: push change']);

  const append = spans.find(({ traceId, name }) => traceId === began.traceId && name === 'event-store append');
  expect(event?.metadata.traceparent).toBe(`00-${began.traceId}-${append?.spanId}-01`);
  const batch = spans.find(({ name }) => name === 'projection batch');
  const project = spans.find(({ name }) => name === 'project');
  expect(batch?.traceId).not.toBe(began.traceId);
  expect(project?.links).toEqual([batch?.spanId]);
});

const withoutTrace = <Metadata extends { traceparent?: string }>(metadata: Metadata): Metadata => {
  const rest = { ...metadata };
  delete rest.traceparent;
  return rest;
};

test('where an event has lost the context of its append, the trace ends there', async () => {
  const store = memoryEventStore();
  const forgetful: EventStore = {
    ...store,
    append: (stream, events, expected) =>
      store.append(
        stream,
        events.map((event) => ({ ...event, metadata: withoutTrace(event.metadata) })),
        expected,
      ),
  };
  const { began, spans } = await recorded(forgetful);

  expect(wayTo(spans, began, 'event-store append')).toEqual(toTheAppend);
  expect(spans.some(({ name }) => name === 'projection batch')).toBe(true);
  for (const name of ['relay publish', 'project', 'push change']) expect(wayTo(spans, began, name)).toEqual(['?']);
});
