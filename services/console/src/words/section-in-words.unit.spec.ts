import { expect, test } from 'vitest';
import { sectionInWords } from './section-in-words.ts';

test.each([
  ['cut', 2, '2 recommendations read; the source breaks off there'],
  ['cut', 1, '1 recommendation read; the source breaks off there'],
  ['absent', 0, 'the source holds no list of recommendations'],
  ['complete', 14, null],
] as const)('a list that is %s with %i read says %s', (section, count, words) =>
  expect(sectionInWords(section, count)).toBe(words),
);
