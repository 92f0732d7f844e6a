import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AskFailed } from './ask.ts';
import { askAgain } from './ask-again.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const away = new AskFailed('offline', 'Away', { retryAfterMs: 2_000 });
const leaving = new AbortController();

/** Asks what fails with each of these in turn, and then with the last of them for ever. */
const asking = (failures: readonly (AskFailed | null)[], signal = leaving.signal) => {
  const askedAt: number[] = [];
  const told: unknown[] = [];
  const began = Date.now();
  const ask = async () => {
    askedAt.push(Date.now() - began);
    return failures[Math.min(askedAt.length, failures.length) - 1] ?? null;
  };
  const done = askAgain(ask, (failure, again) => void told.push([failure?.message ?? 'answered', again]), signal);
  return { askedAt, told, done };
};

describe('a question to what is away', () => {
  test('is asked again by itself until it is answered, never sooner than it was told', async () => {
    const { askedAt, told, done } = asking([away, away, null]);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(askedAt).toHaveLength(1);
    await vi.runAllTimersAsync();
    await done;
    expect(told).toEqual([
      ['Away', true],
      ['Away', true],
      ['answered', false],
    ]);
    const [, first = 0, second = 0] = askedAt;
    expect(first).toBeGreaterThanOrEqual(2_000);
    expect(second - first).toBeGreaterThanOrEqual(4_000);
  });

  test('is given up after a while, and that is told', async () => {
    const { askedAt, told, done } = asking([away]);
    await vi.runAllTimersAsync();
    await done;
    expect(askedAt).toHaveLength(7);
    expect(told.at(-1)).toEqual(['Away', false]);
    expect(askedAt.at(-1)).toBeGreaterThan(45_000);
  });

  test('is not asked again once nobody wants to know', async () => {
    const leave = new AbortController();
    const { askedAt, done } = asking([away], leave.signal);
    await vi.advanceTimersByTimeAsync(0);
    leave.abort();
    await done;
    expect([askedAt.length, vi.getTimerCount()]).toEqual([1, 0]);
  });
});

test.each([
  ['refused', new AskFailed('refused', 'Too deep', { code: 'too-deep' })],
  ['lost without a word on when to come back', new AskFailed('offline', 'No connection')],
])('a question that is %s is not asked again', async (_, failure) => {
  const { told, done } = asking([failure]);
  await done;
  expect(told).toEqual([[failure.message, false]]);
});
