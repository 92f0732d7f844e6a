import type { ReceivedSpan } from '@demarche/testing/collector';
import type { Began } from './record-and-watch.ts';

/** What the first span of ours stands under. */
export const BROWSER = 'browser';

/**
 * From the browser to the first span of that name in its trace, each as "service: name". Whatever is missing in between
 * stands as "?" at the beginning.
 */
export const wayTo = (spans: readonly ReceivedSpan[], { traceId, spanId }: Began, name: string): readonly string[] => {
  const own = new Map(spans.filter((span) => span.traceId === traceId).map((span) => [span.spanId, span]));
  const up = (id: string | undefined): readonly string[] => {
    if (id === spanId) return [BROWSER];
    const span = own.get(id ?? '');
    return span ? [...up(span.parentSpanId), `${span.service}: ${span.name}`] : ['?'];
  };
  return up([...own.values()].find((span) => span.name === name)?.spanId);
};
