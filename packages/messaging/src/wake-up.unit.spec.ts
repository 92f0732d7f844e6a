import { describe, expect, test } from 'vitest';
import type { Timing } from './timing.ts';
import { wakeUp } from './wake-up.ts';

/** Time that passes when it is told to, and what was put off in it. */
const begin = () => {
  const putOff = new Map<() => void, number>();
  const timing: Timing = {
    after(ms, call) {
      putOff.set(call, ms);
      return () => void putOff.delete(call);
    },
    random: () => 0,
  };
  const pass = () => {
    for (const call of putOff.keys()) call();
  };
  return { waker: wakeUp(timing), pass, putOff: () => [...putOff.values()] };
};

describe('whoever waits', () => {
  test('is woken by a ring, and leaves nothing put off', async () => {
    const { waker, putOff } = begin();
    const waiting = waker.wait(500);
    expect(putOff()).toEqual([500]);
    waker.ring();
    expect(await waiting).toBe('rung');
    expect(putOff()).toEqual([]);
  });

  test('is woken when the time is up', async () => {
    const { waker, pass } = begin();
    const waiting = waker.wait(500);
    pass();
    expect(await waiting).toBe('time-up');
  });

  test('without a time is woken by a ring only', async () => {
    const { waker, putOff } = begin();
    const waiting = waker.wait();
    expect(putOff()).toEqual([]);
    waker.ring();
    expect(await waiting).toBe('rung');
  });

  test('does not wait where it has rung since, however often, and then does', async () => {
    const { waker, pass } = begin();
    waker.ring();
    waker.ring();
    expect(await waker.wait()).toBe('rung');
    const again = waker.wait(500);
    pass();
    expect(await again).toBe('time-up');
  });
});
