import { type Span, type SpanOptions, type Tracer, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { memoryEventStore } from './adapters/memory/memory-event-store.ts';
import { handleCommand } from './handle-command.ts';
import { handling, keyed } from './spec-kit/example-follow-ups.ts';

const spans: { readonly name: string; readonly attributes: Record<string, unknown> }[] = [];

/** Keeps what it is told; nothing is sent anywhere. */
const recordingTracer = {
  startActiveSpan(name: string, { attributes = {} }: SpanOptions, work: (span: Span) => unknown) {
    const kept = { name, attributes: { ...attributes } as Record<string, unknown> };
    spans.push(kept);
    const span = {
      isRecording: () => true,
      setAttribute: (key: string, value: unknown) => {
        kept.attributes[key] = value;
      },
      setStatus: () => {},
      end: () => {},
    };
    return work(span as unknown as Span);
  },
} as unknown as Tracer;

beforeAll(() => void trace.setGlobalTracerProvider({ getTracer: () => recordingTracer }));
afterAll(() => trace.disable());
beforeEach(() => void spans.splice(0));

test('a command is traced through its reads and its append', async () => {
  const { commandId } = handling(memoryEventStore(), 'x').envelope;
  await handleCommand(handling(memoryEventStore(), 'Send the model law'));
  expect(spans).toEqual([
    {
      name: 'handle assign-follow-up',
      attributes: {
        'demarche.command': 'assign-follow-up',
        'demarche.stream_category': 'engagement',
        'demarche.correlation_id': 'correlation-1',
        'demarche.attempt': 1,
        'demarche.outcome': 'recorded',
      },
    },
    { name: 'event-store read-stream', attributes: { 'demarche.stream_category': 'engagement' } },
    {
      name: 'event-store append',
      attributes: { 'demarche.stream_category': 'engagement', 'demarche.event_count': 1 },
    },
  ]);
  expect(JSON.stringify(spans)).not.toContain(commandId);
});

test('a refusal is traced by its code, and nothing that anybody wrote is', async () => {
  const store = memoryEventStore();
  for (const index of [1, 2, 3]) await handleCommand(handling(store, `task ${index}`, { commandId: keyed(index) }));
  spans.splice(0);
  await handleCommand(handling(store, 'a secret plan'));
  expect(spans[0]?.attributes).toMatchObject({ 'demarche.outcome': 'rejected', 'demarche.rejection': 'enough-to-do' });
  expect(JSON.stringify(spans)).not.toMatch(/secret plan|Amara/);
});
