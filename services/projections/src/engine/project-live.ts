import type { RecordedEvent } from '@demarche/contracts';
import {
  count,
  inEachTrace,
  isExporting,
  metrics,
  record,
  spanAttributes,
  spanNames,
  traced,
} from '@demarche/telemetry';

/**
 * Puts a batch into the live views, traced and measured: a span for the batch, and one in the trace of each append that
 * it came from.
 */
export const projectLive = <Applied>(events: readonly RecordedEvent[], apply: () => Applied) => {
  if (!isExporting()) return { applied: apply(), traceparents: [] };
  const began = Date.now();
  const details = { [spanAttributes.eventCount]: events.length };
  return traced(spanNames.project, details, (span) => {
    const applied = apply();
    const origins = events.map(({ metadata }) => metadata);
    const traceparents = applied ? inEachTrace(spanNames.projectOne, origins, { span, began, details: {} }) : [];
    if (applied) measure(events);
    return { applied, traceparents };
  });
};

const measure = (events: readonly RecordedEvent[]): void => {
  const [oldest] = events;
  count(metrics.projectedEvents, events.length);
  if (oldest) record(metrics.projectionDelay, Math.max(0, Date.now() - Date.parse(oldest.metadata.recordedAt)) / 1_000);
};
