import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin, jsonBounds } from './json-shape.ts';

const within = (json: string, bounds = { values: 5, depth: 3 }): boolean => isWithin(Buffer.from(json), bounds);

describe('a JSON text', () => {
  test.each([
    ['{"a":1,"b":[2,3]}', true],
    ['[1,2,3,4,5]', false],
    ['[[[1]]]', true],
    ['[[[[1]]]]', false],
    ['{"text":"[[[[{{{{,,,,,,,,"}', true],
    [String.raw`{"text":"a \" quote, [[[[ and ,,,,"}`, true],
    [String.raw`{"text":"ends in a backslash \\","more":[1,2,3,4]}`, false],
    ['"never ends ,,,,,,,', true],
    ['', true],
  ])('%s is within five values and three levels: %s', (json, expected) => {
    expect(within(json)).toBe(expected);
  });

  test('is counted as the value that it stands for', () => {
    const below = (value: unknown): number => {
      if (typeof value !== 'object' || value === null) return 0;
      const members = Object.values(value);
      return members.reduce<number>((sum, member) => sum + below(member), Math.max(1, members.length));
    };
    fc.assert(
      fc.property(fc.object({ maxDepth: 3, values: [fc.string({ unit: 'binary' }), fc.integer()] }), (value) => {
        const values = 1 + below(value);
        const json = JSON.stringify(value);
        expect(within(json, { values, depth: 99 })).toBe(true);
        expect(within(json, { values: values - 1, depth: 99 })).toBe(false);
      }),
    );
  });

  test('of eight megabytes is looked at in no time, whatever it holds', () => {
    // Of this thread: that others had the processor meanwhile counts for nothing.
    const before = process.threadCpuUsage();
    for (const json of ['"'.padEnd(8e6, 'x'), '"'.padEnd(8e6, '\\"'), '"'.padEnd(8e6, '\\'), '['.repeat(8e6)]) {
      isWithin(Buffer.from(json), jsonBounds);
    }
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});
