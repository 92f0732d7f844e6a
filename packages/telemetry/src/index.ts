export type { SpanAttribute } from './span-names.ts';
export { spanAttributes, spanNames } from './span-names.ts';
export type { Telemetry, TelemetryOptions } from './start-telemetry.ts';
export { startTelemetry } from './start-telemetry.ts';
export { continueTrace, traceHeaders } from './trace-context.ts';
export type { SpanDetails } from './traced.ts';
export { traced } from './traced.ts';
