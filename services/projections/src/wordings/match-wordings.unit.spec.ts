import { describe, expect, it } from 'vitest';
import { contentWords } from './content-words.ts';
import { matchWordings, SIMILAR_FROM, type Text } from './match-wordings.ts';

const list = (year: number, ...texts: string[]): Text[] =>
  texts.map((text, index) => ({ reference: `XKD-${year}-0${index + 1}`, ordinal: index + 1, text }));

const relations = (report: Text[], before: Text[]) =>
  matchWordings(report, before).map(({ previous, relation }) => [previous, relation]);

describe('the wording of two reports', () => {
  it('is the same where only case, accents and punctuation differ', () => {
    const before = list(2024, 'Prosecute complicit officials; train judges.');
    expect(relations(list(2025, 'PROSECUTE complicit officials, train judges'), before)).toEqual([
      ['XKD-2024-01', 'same_wording'],
    ]);
  });

  it('is similar where a request was sharpened by a clause', () => {
    const before = list(2024, 'Enact a law that forbids charging recruitment fees to workers.');
    const report = list(2025, 'Enact and enforce a law that forbids charging recruitment fees to migrant workers.');
    expect(relations(report, before)).toEqual([['XKD-2024-01', 'similar_wording']]);
  });

  it('is new where only the stock words of the field are shared', () => {
    const before = list(2024, 'Train police to identify trafficking victims among fishing crews.');
    const report = list(2025, 'Fund shelters for trafficking victims outside the capital.');
    expect(relations(report, before)).toEqual([[null, 'new']]);
  });

  it('is new where there is no report before', () => {
    expect(relations(list(2025, 'Train judges.'), [])).toEqual([[null, 'new']]);
  });

  it('is matched one to one, the same before the similar', () => {
    const before = list(2024, 'Fund shelters outside the capital.', 'Fund more shelters outside the capital.');
    const report = list(2025, 'Fund more shelters outside the capital.', 'Fund shelters outside the capital city.');
    expect(relations(report, before)).toEqual([
      ['XKD-2024-02', 'same_wording'],
      ['XKD-2024-01', 'similar_wording'],
    ]);
  });

  it('gives a doubled wording to the one that kept its place, and leaves the other new', () => {
    const before = list(2024, 'Inspect farms.', 'Train judges.');
    expect(relations(list(2025, 'Train judges.', 'Train judges.'), before)).toEqual([
      [null, 'new'],
      ['XKD-2024-02', 'same_wording'],
    ]);
  });

  it('does not depend on the order in which the lists are given', () => {
    const before = list(2024, 'Inspect farms in the north.', 'Inspect farms in the south.', 'Train judges.');
    const report = list(2025, 'Inspect all farms in the south.', 'Train judges.', 'Inspect all farms in the north.');
    const sorted = (found: ReturnType<typeof matchWordings>) =>
      [...found].sort((a, b) => (a.reference < b.reference ? -1 : 1));
    expect(sorted(matchWordings(report.toReversed(), before.toReversed()))).toEqual(
      sorted(matchWordings(report, before)),
    );
  });
});

describe('content words', () => {
  it('leave out the words that carry a sentence, and count the forms of a word as one', () => {
    expect(contentWords('Prosecute and prosecuted: the prosecution of officials')).toEqual(
      new Set(['prosecut', 'official']),
    );
  });

  it('make the threshold a share of both texts', () => {
    expect(SIMILAR_FROM).toBe(0.6);
    const before = list(2024, 'alpha bravo charlie delta echo');
    expect(relations(list(2025, 'alpha bravo charlie golf hotel'), before)).toEqual([
      ['XKD-2024-01', 'similar_wording'],
    ]);
    expect(relations(list(2025, 'alpha bravo foxtrot golf hotel'), before)).toEqual([[null, 'new']]);
  });
});
