import { expect, test } from 'vitest';
import { newTrace } from './new-trace.ts';

test('given two requests, then each begins a trace of its own, as W3C Trace Context writes it', () => {
  const [one, other] = [newTrace().traceparent, newTrace().traceparent];
  expect(one).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(other.slice(3, 35)).not.toBe(one.slice(3, 35));
});
