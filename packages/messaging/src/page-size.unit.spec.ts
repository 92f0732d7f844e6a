import { describe, expect, test } from 'vitest';
import { pageSize } from './page-size.ts';

const limits = { mostEvents: 200, mostBytes: 1_000 };

describe('how many events are read at a time', () => {
  test('few at first, and never more than may be held', () => {
    expect(pageSize(limits).events).toBe(25);
    expect(pageSize({ ...limits, mostEvents: 8 }).events).toBe(8);
  });

  test('twice as many each time while they are small, up to the most', () => {
    const size = pageSize(limits);
    const read = Array.from({ length: 5 }, () => {
      const { events } = size;
      size.learn(events, events);
      return events;
    });
    expect(read).toEqual([25, 50, 100, 200, 200]);
  });

  test('as many as fit when all are like the last ones', () => {
    const size = pageSize(limits);
    size.learn(25, 25 * 100);
    expect(size.events).toBe(10);
    size.learn(10, 10 * 101);
    expect(size.events).toBe(9);
  });

  test('one where not even one fits, and more again once they are small', () => {
    const size = pageSize(limits);
    size.learn(25, 25 * 5_000);
    expect(size.events).toBe(1);
    size.learn(1, 10);
    expect(size.events).toBe(2);
  });

  test('no fewer because the record had no more', () => {
    const size = pageSize(limits);
    size.learn(3, 3 * 10);
    expect(size.events).toBe(50);
  });
});
