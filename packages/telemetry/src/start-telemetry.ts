import { setTimeout as delay } from 'node:timers/promises';
import { context, propagation, trace } from '@opentelemetry/api';

export interface TelemetryOptions {
  /** Appears as `service.name`. */
  readonly service: string;
  readonly version: string;
  /** Base address of an OTLP collector that speaks HTTP, such as `http://127.0.0.1:4318`. Without one nothing is recorded or sent. */
  readonly endpoint: string | undefined;
}

export interface Telemetry {
  readonly exporting: boolean;
  /** Sends what is still held for two seconds at most, then stops. Never throws: a collector that is gone must not hold a service up. */
  stop(): Promise<void>;
}

const LONGEST_FLUSH = 2_000;

const off: Telemetry = { exporting: false, stop: async () => undefined };

/** Starts to send spans to a collector, or does nothing when none is configured. Called once, first in `main.ts`. */
export const startTelemetry = async ({ service, version, endpoint }: TelemetryOptions): Promise<Telemetry> => {
  if (!endpoint) return off;
  const provider = await tracerProvider(service, version, `${endpoint.replace(/\/$/, '')}/v1/traces`);
  return { exporting: true, stop: () => stopQuietly(provider) };
};

/** Loaded only when it is wanted, so that a service without a collector starts without it. */
const tracerProvider = async (service: string, version: string, url: string) => {
  const [sdk, exporter, resources, hooks, core, conventions] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
    import('@opentelemetry/semantic-conventions'),
  ]);
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({
      [conventions.ATTR_SERVICE_NAME]: service,
      [conventions.ATTR_SERVICE_VERSION]: version,
    }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new exporter.OTLPTraceExporter({ url }) })],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  return provider;
};

const stopQuietly = async (provider: { shutdown(): Promise<void> }): Promise<void> => {
  await Promise.race([provider.shutdown().catch(() => undefined), delay(LONGEST_FLUSH, undefined, { ref: false })]);
  trace.disable();
  context.disable();
  propagation.disable();
};
