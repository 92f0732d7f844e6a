import { expect, test } from 'vitest';
import { absence } from './absence.ts';
import { linesOf } from './spec-kit/lines-of.ts';

const words = { away: 'the tide gauge is away', back: 'the tide gauge is back' };

test('what is away is told once, with the reason, and that it is back once', () => {
  const { logger, lines } = linesOf('info');
  const { away, back } = absence(logger, words);
  back();
  for (const _ of [1, 2, 3]) away(new Error('It does not answer'));
  back();
  back();
  away(new Error('It is under water'));
  expect(lines().map(({ level, msg, err }) => [level, msg, err?.message])).toEqual([
    [40, 'the tide gauge is away', 'It does not answer'],
    [30, 'the tide gauge is back', undefined],
    [40, 'the tide gauge is away', 'It is under water'],
  ]);
});

test('what somebody else tells of is not told again', () => {
  const { logger, lines } = linesOf('debug');
  const { away, back } = absence(logger, { ...words, isTold: (error) => error instanceof RangeError });
  away(new RangeError('The cable is cut'));
  back();
  expect(lines()).toEqual([]);
});

test('whoever asks for everything reads of each try', () => {
  const { logger, lines } = linesOf('debug');
  const { away } = absence(logger, words);
  for (const _ of [1, 2]) away(new Error('It does not answer'));
  expect(lines().map(({ level }) => level)).toEqual([40, 20]);
});
