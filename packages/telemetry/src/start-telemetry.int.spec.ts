import { type Collector, startCollector } from '@demarche/testing/collector';
import { afterEach, describe, expect, test } from 'vitest';
import { inEachTrace, tracedInEach } from './in-each-trace.ts';
import { count, observe, record, timed } from './measure.ts';
import { metricAttributes, metrics } from './metric-names.ts';
import { spanAttributes, spanNames } from './span-names.ts';
import { startTelemetry, type Telemetry, type TelemetryOptions } from './start-telemetry.ts';
import { activeTraceparent, continueTrace, traceHeaders } from './trace-context.ts';
import { traced } from './traced.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const start = async (endpoint: string | undefined, more: Partial<TelemetryOptions> = {}): Promise<Telemetry> => {
  const telemetry = await startTelemetry({ service: 'recommendations', version: '1.2.3', endpoint, ...more });
  stops.push(() => telemetry.stop());
  return telemetry;
};

const collecting = async (): Promise<{ collector: Collector; telemetry: Telemetry }> => {
  const collector = await startCollector();
  stops.push(collector.stop);
  // What is asserted of what came is not to depend on how busy the machine is.
  return { collector, telemetry: await start(collector.endpoint, { flushWithinMs: 60_000 }) };
};

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const traceparent = `00-${TRACE}-${PARENT}-01`;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

describe('without a collector', () => {
  test('work is done, nothing is sent and no header is written', async () => {
    const telemetry = await start(undefined);

    expect(telemetry.exporting).toBe(false);
    expect(continueTrace({ traceparent }, () => traced(spanNames.append, {}, () => traceHeaders()))).toEqual({});
    expect(continueTrace({ traceparent }, activeTraceparent)).toBeUndefined();
  });

  test('nothing is measured, and nobody is asked for a value', async () => {
    await start(undefined);
    const unasked = () => {
      throw new Error('asked');
    };
    expect(await timed(metrics.appendDuration, {}, async () => 'appended', unasked)).toBe('appended');
    observe([metrics.relayLag], unasked)();
    count(metrics.relayPublished, 1);
  });
});

describe('with a collector', () => {
  test('a span is sent with its name, its service and its attributes', async () => {
    const { collector, telemetry } = await collecting();

    await traced(spanNames.command('assess-implementation'), { [spanAttributes.outcome]: 'rejected' }, async () => 1);
    await telemetry.stop();

    expect(collector.spans()).toMatchObject([
      {
        service: 'recommendations',
        name: 'command assess-implementation',
        attributes: { 'demarche.outcome': 'rejected' },
      },
    ]);
  });

  test('a trace goes on in the next service, inside the span that called it', async () => {
    const { collector, telemetry } = await collecting();

    const headers = await traced(spanNames.graphql('mutation'), {}, async () => traceHeaders());
    continueTrace(headers, () => traced(spanNames.append, {}, () => undefined));
    await telemetry.stop();

    const [calling, called] = collector.spans();
    expect(headers['traceparent']).toContain(calling?.traceId);
    expect(called).toMatchObject({ traceId: calling?.traceId, parentSpanId: calling?.spanId });
  });

  test('a failure is marked by the error’s name and never by its words', async () => {
    const { collector, telemetry } = await collecting();

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

    expect(collector.spans().map(({ error }) => error)).toEqual(['RangeError', 'TypeError']);
    expect(collector.text()).not.toContain('secret');
  });

  test('a collector that is gone does not keep a service from stopping', async () => {
    const telemetry = await start('http://127.0.0.1:9');
    traced(spanNames.append, {}, () => undefined);
    count(metrics.relayPublished, 1);

    const began = performance.now();
    await telemetry.stop();
    // Left to themselves those who send would try for nine seconds.
    expect(performance.now() - began).toBeLessThan(7_000);
  });
});

describe('what many events went through together', () => {
  const batched = async (origins: Parameters<typeof inEachTrace>[1]) => {
    const { collector, telemetry } = await collecting();
    const goingOn = traced(spanNames.project, {}, (span) =>
      inEachTrace(spanNames.projectOne, origins, { span, began: Date.now(), details: {} }),
    );
    await telemetry.stop();
    return { goingOn, spans: collector.spans() };
  };

  test('stands in the trace of each append, once, and is linked to the batch', async () => {
    const recordedAt = ago(50);
    const { goingOn, spans } = await batched([
      { recordedAt },
      { traceparent, recordedAt },
      { traceparent, recordedAt },
    ]);

    const batch = spans.find(({ name }) => name === spanNames.project);
    const own = spans.filter(({ name }) => name === spanNames.projectOne);
    expect(own).toMatchObject([{ traceId: TRACE, parentSpanId: PARENT, links: [batch?.spanId] }]);
    expect(batch?.links).toEqual([own[0]?.spanId]);
    expect(goingOn).toEqual([`00-${TRACE}-${own[0]?.spanId}-01`]);
  });

  test('makes no span for what was recorded long ago, and no more than 64', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({
      traceparent: `00-${TRACE}-${String(index + 1).padStart(16, '0')}-01`,
      recordedAt: ago(50),
    }));
    const { spans } = await batched([{ traceparent, recordedAt: ago(120_000) }, ...many]);
    const own = spans.filter(({ name }) => name === spanNames.projectOne);
    expect(own).toHaveLength(64);
    expect(own.map(({ parentSpanId }) => parentSpanId)).not.toContain(PARENT);
  });

  test('goes on in all of the traces, and is done once', async () => {
    const { collector, telemetry } = await collecting();
    const other = `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`;
    let done = 0;
    tracedInEach(spanNames.push, [traceparent, other], {}, () => {
      done += 1;
    });
    await telemetry.stop();
    expect(done).toBe(1);
    expect(collector.spans().map(({ traceId }) => traceId)).toEqual(expect.arrayContaining([TRACE, '1'.repeat(32)]));
  });
});

describe('measurements', () => {
  test('are sent with their unit, their attributes, and how the work ended', async () => {
    const { collector, telemetry } = await collecting();
    const details = { [metricAttributes.streamCategory]: 'engagement' };
    await timed(
      metrics.appendDuration,
      details,
      async () => 'fine',
      () => 'appended',
    );
    const failing = timed(metrics.appendDuration, details, () => Promise.reject(new Error('a secret')), String);
    await expect(failing).rejects.toThrow('a secret');
    record(metrics.projectionDelay, 0.25);
    count(metrics.relayPublished, 3);
    observe([metrics.relayLag, metrics.ready], async (tell) => {
      tell(metrics.relayLag, 7);
      tell(metrics.ready, null);
    });
    await telemetry.stop();

    // As it was at the end: who takes long is measured more than once.
    const at = (metric: string) => {
      const points = collector.points().filter((point) => point.metric === metric);
      return [...new Map(points.map((point) => [JSON.stringify(point.attributes), point])).values()];
    };
    expect(at('demarche.append.duration')).toMatchObject([
      { unit: 's', kind: 'histogram', value: 1, attributes: { ...details, 'demarche.outcome': 'appended' } },
      { unit: 's', kind: 'histogram', value: 1, attributes: { ...details, 'demarche.outcome': 'failed' } },
    ]);
    expect(at('demarche.projection.delay')).toMatchObject([{ value: 1 }]);
    expect(at('demarche.relay.published')).toMatchObject([{ kind: 'counter', value: 3, unit: '{event}' }]);
    expect(at('demarche.relay.lag')).toMatchObject([{ kind: 'gauge', value: 7, service: 'recommendations' }]);
    expect(at('demarche.service.ready')).toEqual([]);
    expect(collector.text()).not.toContain('secret');
  });

  test('say when the process began, so that one that begins again and again is found out', async () => {
    const { collector, telemetry } = await collecting();
    await telemetry.stop();
    const [began] = collector.points();
    expect(began).toMatchObject({ metric: 'demarche.service.started', unit: 's', kind: 'gauge' });
    expect(Math.abs(Number(began?.value) * 1_000 - performance.timeOrigin)).toBeLessThan(1_000);
  });

  test('of one gauge that cannot be read do not hold the others up, and one that is not asked for any more is not sent', async () => {
    const { collector, telemetry } = await collecting();
    observe([metrics.relayLag], () => Promise.reject(new Error('away')));
    observe([metrics.projectionLag], (tell) => tell(metrics.projectionLag, 1))();
    observe([metrics.parkedStreams], (tell) => tell(metrics.parkedStreams, 2));
    await telemetry.stop();
    const sent = new Set(collector.points().map(({ metric }) => metric));
    expect(sent).toEqual(new Set(['demarche.service.started', 'demarche.projection.parked_streams']));
  });
});
