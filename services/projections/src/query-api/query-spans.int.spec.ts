import { type Span, type SpanOptions, type Tracer, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewing } from '../spec-kit/viewing.ts';

const spans: { readonly name: string; readonly attributes: unknown }[] = [];

/** Keeps what it is told; nothing is sent anywhere. */
const recordingTracer = {
  startActiveSpan(name: string, { attributes }: SpanOptions, work: (span: Span) => unknown) {
    spans.push({ name, attributes });
    return work({ isRecording: () => true, end: () => {}, setStatus: () => {} } as unknown as Span);
  },
} as unknown as Tracer;

beforeAll(() => void trace.setGlobalTracerProvider({ getTracer: () => recordingTracer }));
afterAll(() => trace.disable());

test('a batch of questions is traced by the names of its queries, and by nothing that anybody asked for', async () => {
  const views = viewing([], '2026-11-21');
  await views.ask('search-everything', { text: 'a secret plan' });
  views.file.close();
  expect(spans).toEqual([
    { name: 'query batch', attributes: { 'demarche.queries': 'search-everything', 'demarche.question_count': 1 } },
  ]);
});
