import { type Span, trace } from '@opentelemetry/api';
import { activeTraceparent, continueTrace } from './trace-context.ts';
import { type SpanDetails, traced } from './traced.ts';

/** Metadata of an event: by what it came about, and when. */
export interface Origin {
  readonly traceparent?: string;
  readonly recordedAt: string;
}

/** What was done for many events at once. */
export interface Batch {
  readonly span: Span;
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly details: SpanDetails;
}

/** Nobody waits any more for what was recorded longer ago: a record that is read anew must not make a span for every event. */
const STILL_WAITED_FOR = 60_000;

/** As many traces as one batch goes on in. Those behind are to be found by the batch's own. */
const MOST_TRACES = 64;

/**
 * Puts a span into the trace of each append whose events were in a batch that has just been done, and links the two.
 * Returns by which contexts the traces go on; none while telemetry is off.
 */
export const inEachTrace = (name: string, origins: readonly Origin[], batch: Batch): readonly string[] =>
  batch.span.isRecording() ? freshTraces(origins).map((traceparent) => putIn(traceparent, name, batch)) : [];

const freshTraces = (origins: readonly Origin[]): readonly string[] => {
  const since = Date.now() - STILL_WAITED_FOR;
  const fresh = origins.flatMap(({ traceparent, recordedAt }) =>
    traceparent !== undefined && Date.parse(recordedAt) >= since ? traceparent : [],
  );
  return [...new Set(fresh)].slice(0, MOST_TRACES);
};

const putIn = (traceparent: string, name: string, { span: batch, began: startTime, details }: Batch): string =>
  continueTrace({ traceparent }, () => {
    const links = [{ context: batch.spanContext() }];
    return trace.getTracer('demarche').startActiveSpan(name, { attributes: details, links, startTime }, (span) => {
      batch.addLink({ context: span.spanContext() });
      span.end();
      return activeTraceparent() ?? traceparent;
    });
  });

/** Does the work in a span of each trace, one within the other: the innermost in the last of them. */
export const tracedInEach = (
  name: string,
  traceparents: readonly string[],
  details: SpanDetails,
  work: () => void,
): void => {
  const [first, ...rest] = traceparents;
  if (first === undefined) return work();
  return continueTrace({ traceparent: first }, () =>
    traced(name, details, () => tracedInEach(name, rest, details, work)),
  );
};
