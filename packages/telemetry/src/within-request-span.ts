import { context, SpanKind, trace } from '@opentelemetry/api';
import { continueTrace, type TraceCarrier } from './trace-context.ts';
import type { SpanDetails } from './traced.ts';

/**
 * Does the work as a part of the caller's trace, within the span of a request that came from outside. The span ends when
 * it is told to, which may be long after the work returned.
 */
export const withinRequestSpan = (
  name: string,
  headers: TraceCarrier,
  work: (end: (details: SpanDetails) => void) => void,
): void =>
  continueTrace(headers, () => {
    const span = trace.getTracer('demarche').startSpan(name, { kind: SpanKind.SERVER });
    const end = (details: SpanDetails) => span.setAttributes(details).end();
    context.with(trace.setSpan(context.active(), span), () => work(end));
  });
