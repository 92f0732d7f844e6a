import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { context, propagation, trace } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import { observe } from './measure.ts';
import { forgetMeter, useMeter } from './meters.ts';
import { metrics } from './metric-names.ts';

export interface TelemetryOptions {
  /** Appears as `service.name`. */
  readonly service: string;
  readonly version: string;
  /** Base address of an OTLP collector that speaks HTTP, such as `http://127.0.0.1:4318`. Without one nothing is recorded or sent. */
  readonly endpoint: string | undefined;
  /** How long it goes on sending what is still held when it is to stop, in milliseconds; two seconds unless told otherwise. */
  readonly flushWithinMs?: number;
}

export interface Telemetry {
  readonly exporting: boolean;
  /** Sends what is still held, though not for long, then stops. Never throws: a collector that is gone must not hold a service up. */
  stop(): Promise<void>;
}

const LONGEST_FLUSH = 2_000;

/** An operator is to hear of a parked stream within ten seconds. */
const MEASURED_EVERY = 5_000;
const LONGEST_EXPORT = 4_000;

const off: Telemetry = { exporting: false, stop: async () => undefined };

/** Starts to send spans and measurements to a collector, or does nothing when none is configured. Called once, first in `main.ts`. */
export const startTelemetry = async (options: TelemetryOptions): Promise<Telemetry> => {
  const { service, version, endpoint, flushWithinMs = LONGEST_FLUSH } = options;
  if (!endpoint) return off;
  const address = endpoint.replace(/\/$/, '');
  const resource = await resourceOf(service, version);
  const [spans, measurements] = await Promise.all([
    sendSpans(resource, `${address}/v1/traces`),
    sendMeasurements(resource, `${address}/v1/metrics`),
  ]);
  let stopped: Promise<void> | undefined;
  return {
    exporting: true,
    stop() {
      stopped ??= stopQuietly([spans, measurements], flushWithinMs);
      return stopped;
    },
  };
};

/** Everything is loaded only when it is wanted, so that a service without a collector starts without it. */
const resourceOf = async (service: string, version: string): Promise<Resource> => {
  const [resources, conventions] = await Promise.all([
    import('@opentelemetry/resources'),
    import('@opentelemetry/semantic-conventions'),
  ]);
  return resources.resourceFromAttributes({
    [conventions.ATTR_SERVICE_NAME]: service,
    [conventions.ATTR_SERVICE_VERSION]: version,
    // Tells replicas apart. A container's name for itself outlives a restart, and so do its series.
    [conventions.ATTR_SERVICE_INSTANCE_ID]: `${hostname()}-${process.pid}`,
  });
};

const sendSpans = async (resource: Resource, url: string) => {
  const [sdk, exporter, hooks, core] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
  ]);
  const provider = new sdk.TracerProvider({
    resource,
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new exporter.OTLPTraceExporter({ url }) })],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  return provider;
};

const sendMeasurements = async (resource: Resource, url: string) => {
  const [sdk, exporter] = await Promise.all([
    import('@opentelemetry/sdk-metrics'),
    import('@opentelemetry/exporter-metrics-otlp-http'),
  ]);
  const reader = new sdk.PeriodicExportingMetricReader({
    exporter: new exporter.OTLPMetricExporter({ url }),
    exportIntervalMillis: MEASURED_EVERY,
    exportTimeoutMillis: LONGEST_EXPORT,
  });
  const provider = new sdk.MeterProvider({ resource, readers: [reader] });
  useMeter(provider.getMeter('demarche'));
  observe([metrics.started], (tell) => tell(metrics.started, Math.round(performance.timeOrigin / 1_000)));
  return provider;
};

const stopQuietly = async (
  providers: readonly { shutdown(): Promise<void> }[],
  flushWithinMs: number,
): Promise<void> => {
  const stopped = Promise.allSettled(providers.map((provider) => provider.shutdown()));
  await Promise.race([stopped, delay(flushWithinMs, undefined, { ref: false })]);
  trace.disable();
  context.disable();
  propagation.disable();
  forgetMeter();
};
