import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { lookNowAndThen } from './look-now-and-then.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const watched = () => {
  const sight = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const look = vi.fn();
  const end = lookNowAndThen(look, { firstMs: 1_000, everyMs: 10_000 }, sight);
  onTestFinished(end);
  const become = (state: DocumentVisibilityState): void => {
    sight.visibilityState = state;
    sight.dispatchEvent(new Event('visibilitychange'));
  };
  return { look, become, end };
};

test('a page in sight looks soon, and then from time to time', () => {
  const { look } = watched();
  vi.advanceTimersByTime(1_500);
  expect(look).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(30_000);
  expect([3, 4]).toContain(look.mock.calls.length);
});

test('a page out of sight does not look, and does so once it is in sight again', () => {
  const { look, become } = watched();
  become('hidden');
  vi.advanceTimersByTime(60_000);
  expect(look).not.toHaveBeenCalled();
  become('visible');
  become('hidden');
  become('visible');
  expect(look).toHaveBeenCalledTimes(1);
});

test('what is ended looks no more', () => {
  const { look, become, end } = watched();
  become('hidden');
  vi.advanceTimersByTime(15_000);
  end();
  become('visible');
  vi.advanceTimersByTime(60_000);
  expect(look).not.toHaveBeenCalled();
});
