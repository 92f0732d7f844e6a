import { expect, test } from 'vitest';
import { explanationLines } from './explanation-lines.ts';

const line = (number: number, text: string, ...takenFor: string[]) => ({ line: number, text, takenFor });

test('numbers, labels and words stand in columns, and none runs into another', () => {
  const words = 'Train inspectors to identify victims among workers in fishing and in households.';

  expect(
    explanationLines([line(7, words, 'recommendation 1'), line(112, 'x', 'heading of the recommendations')], 70),
  ).toEqual([
    '    7  recommendation 1              Train inspectors to identify',
    '                                     victims among workers in fishing',
    '                                     and in households.',
    '  112  heading of the                x',
    '       recommendations',
  ]);
});

test('a stretch that is taken for nothing says so once', () => {
  const labels = explanationLines(
    [1, 2, 3].map((number) => line(number, 'words', 'before the narrative')),
    80,
  ).map((row) => row.slice(7, 30).trim());

  expect(labels).toEqual(['before the narrative', '·', '·']);
});

test('a line with many recommendations says which', () => {
  const [row] = explanationLines([line(4, 'words', 'recommendation 1', 'recommendation 2', 'recommendation 3')], 80);

  expect(row).toContain('recommendations 1 to 3');
});

test('a word longer than its column is broken', () => {
  const rows = explanationLines([line(1, 'x'.repeat(70), 'text of the narrative')], 70);

  expect(rows.map((row) => row.slice(37).length)).toEqual([33, 33, 4]);
});
