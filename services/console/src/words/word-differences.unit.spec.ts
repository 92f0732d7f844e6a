import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifferences } from './word-differences.ts';

const marked = (before: string, after: string): string =>
  wordDifferences(before, after)
    .map(({ change, text }) => ({ same: text, added: `[+${text}+]`, removed: `[-${text}-]` })[change])
    .join('');

test('the same wording is one run', () => {
  expect(wordDifferences('Pass the law.', 'Pass the law.')).toEqual([{ change: 'same', text: 'Pass the law.' }]);
});

test('words that came in are marked where they stand', () => {
  expect(marked('Draft a law that forbids fees.', 'Draft and enact a law that forbids charging fees to workers.')).toBe(
    'Draft[+ and enact+] a law that forbids[+ charging+] fees[+ to workers+].',
  );
});

test('what went comes before what came in its place', () => {
  expect(marked('Draft a law', 'Enact a law')).toBe('[-Draft-][+Enact+] a law');
});

test('a word that stayed between two that were replaced goes with them', () => {
  expect(marked('Draft and enact a law', 'Enact and enforce a law')).toBe(
    '[-Draft and enact-][+Enact and enforce+] a law',
  );
});

test('a comma alone can differ, and accents are letters', () => {
  expect(marked('Former les juges à Kaldé', 'Former les juges, à Kaldé')).toBe('Former les juges[+,+] à Kaldé');
});

test('against nothing everything is new', () => {
  expect(wordDifferences('', 'New words')).toEqual([{ change: 'added', text: 'New words' }]);
});

test('without what was removed it reads as the new wording, whatever the texts', () => {
  const words = fc
    .array(fc.constantFrom('law', 'fees', 'and', 'shelter', ',', '.'), { maxLength: 12 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = wordDifferences(before, after);
      const reads = (change: string) =>
        runs
          .filter((run) => run.change !== change)
          .map((run) => run.text)
          .join('');
      const bare = (text: string) => text.replaceAll(/\s/g, '');
      expect(bare(reads('removed'))).toBe(bare(after));
      expect(bare(reads('added'))).toBe(bare(before));
    }),
  );
});
