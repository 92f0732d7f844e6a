import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import type { SpanAttribute } from './span-names.ts';

export type SpanDetails = { readonly [Name in SpanAttribute]?: string | number | boolean };

/**
 * Does the work within a span. What the work throws is thrown on; the span keeps the error's name only, because a
 * message may hold what somebody wrote.
 */
export const traced = <Result>(name: string, details: SpanDetails, work: (span: Span) => Result): Result =>
  trace.getTracer('demarche').startActiveSpan(name, { attributes: details }, (span) => {
    // Without a collector nothing is kept, and nothing is to be waited for.
    if (!span.isRecording()) return work(span);
    try {
      const result = work(span);
      if (result instanceof Promise) return settled(span, result) as Result;
      span.end();
      return result;
    } catch (error) {
      fail(span, error);
      throw error;
    }
  });

const settled = async (span: Span, result: Promise<unknown>): Promise<unknown> => {
  try {
    const value = await result;
    span.end();
    return value;
  } catch (error) {
    fail(span, error);
    throw error;
  }
};

const fail = (span: Span, error: unknown): void => {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'Error' });
  span.end();
};
