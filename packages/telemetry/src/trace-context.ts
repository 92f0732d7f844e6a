import { context, propagation } from '@opentelemetry/api';

/** Headers with lower-case names. */
export type TraceCarrier = Readonly<Record<string, string | readonly string[] | undefined>>;

const readHeaders = {
  keys: (headers: TraceCarrier): string[] => Object.keys(headers),
  get: (headers: TraceCarrier, name: string): string | string[] | undefined =>
    headers[name] as string | string[] | undefined,
};

/** Does the work as a part of the trace that the caller's headers name, if they name one. */
export const continueTrace = <Result>(headers: TraceCarrier, work: () => Result): Result =>
  context.with(propagation.extract(context.active(), headers, readHeaders), work);

/** The headers by which another service goes on with this trace; none while telemetry is off. */
export const traceHeaders = (): Record<string, string> => {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
};

/** The trace context to keep with what is recorded now; none while telemetry is off. */
export const activeTraceparent = (): string | undefined => traceHeaders()['traceparent'];
