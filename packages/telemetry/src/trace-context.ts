import { context, propagation } from '@opentelemetry/api';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const readHeaders = {
  keys: (headers: Headers): string[] => Object.keys(headers),
  get: (headers: Headers, name: string): string | string[] | undefined =>
    headers[name] as string | string[] | undefined,
};

/** Does the work as a part of the trace that the caller's headers (lower-case names) name, if they name one. */
export const continueTrace = <Result>(headers: Headers, work: () => Result): Result =>
  context.with(propagation.extract(context.active(), headers, readHeaders), work);

/** The headers by which another service goes on with this trace; none while telemetry is off. */
export const traceHeaders = (): Record<string, string> => {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
};

/** The trace context to keep with what is recorded now; none while telemetry is off. */
export const activeTraceparent = (): string | undefined => traceHeaders()['traceparent'];
