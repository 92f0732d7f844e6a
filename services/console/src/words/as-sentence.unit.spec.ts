import { expect, test } from 'vitest';
import { asSentence } from './as-sentence.ts';

test.each([
  ['Logged twice', 'Logged twice.'],
  ['Logged twice. ', 'Logged twice.'],
  ['He said “no.”', 'He said “no.”'],
  ['Is it so?', 'Is it so?'],
])('%s reads %s', (written, sentence) => expect(asSentence(written)).toBe(sentence));
