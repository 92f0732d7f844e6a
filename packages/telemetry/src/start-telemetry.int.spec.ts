import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { spanAttributes, spanNames } from './span-names.ts';
import { startTelemetry, type Telemetry } from './start-telemetry.ts';
import { continueTrace, traceHeaders } from './trace-context.ts';
import { traced } from './traced.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly message?: string };
}

/** A collector that keeps what it is sent. */
const collector = async () => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => server.close());
  const spans = (): SentSpan[] =>
    bodies.flatMap((body) =>
      JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: SentSpan[] }[] }) =>
        resource.scopeSpans.flatMap((scope) => scope.spans),
      ),
    );
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, spans };
};

const start = async (endpoint: string | undefined): Promise<Telemetry> => {
  const telemetry = await startTelemetry({ service: 'recommendations', version: '1.2.3', endpoint });
  stops.push(() => telemetry.stop());
  return telemetry;
};

describe('without a collector', () => {
  test('work is done, nothing is sent and no header is written', async () => {
    const telemetry = await start(undefined);

    expect(telemetry.exporting).toBe(false);
    expect(traced(spanNames.append, {}, () => traceHeaders())).toEqual({});
  });
});

describe('with a collector', () => {
  test('a span is sent with its name, its service and its attributes', async () => {
    const { endpoint, bodies, spans } = await collector();
    const telemetry = await start(endpoint);

    await traced(spanNames.command('assess-implementation'), { [spanAttributes.outcome]: 'rejected' }, async () => 1);
    await telemetry.stop();

    expect(spans().map(({ name }) => name)).toEqual(['command assess-implementation']);
    expect(bodies.join()).toContain('"recommendations"');
    expect(bodies.join()).toContain('"demarche.outcome"');
  });

  test('a trace goes on in the next service, inside the span that called it', async () => {
    const { endpoint, spans } = await collector();
    const telemetry = await start(endpoint);

    const headers = await traced(spanNames.graphql('mutation'), {}, async () => traceHeaders());
    continueTrace(headers, () => traced(spanNames.append, {}, () => undefined));
    await telemetry.stop();

    const [calling, called] = spans();
    expect(headers['traceparent']).toContain(calling?.traceId);
    expect(called?.traceId).toBe(calling?.traceId);
    expect(called?.parentSpanId).toBeDefined();
  });

  test('a failure is marked by the error’s name and never by its words', async () => {
    const { endpoint, bodies, spans } = await collector();
    const telemetry = await start(endpoint);

    const failing = traced(spanNames.append, {}, async () => {
      throw new RangeError('the Minister said a secret');
    });
    await expect(failing).rejects.toThrow('secret');
    expect(() =>
      traced(spanNames.query, {}, () => {
        throw new TypeError('another secret');
      }),
    ).toThrow('another secret');
    await telemetry.stop();

    expect(spans().map(({ status }) => status.message)).toEqual(['RangeError', 'TypeError']);
    expect(bodies.join()).not.toContain('secret');
  });

  test('a collector that is gone does not keep a service from stopping', async () => {
    const telemetry = await start('http://127.0.0.1:9');
    traced(spanNames.append, {}, () => undefined);

    const began = performance.now();
    await telemetry.stop();
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
