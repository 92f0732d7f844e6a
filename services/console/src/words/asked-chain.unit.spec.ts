import { describe, expect, test } from 'vitest';
import { askedInWords, chainTo } from './asked-chain.ts';

const wording = (reference: string, relation: 'same_wording' | 'similar_wording' | 'new') => ({ reference, relation });

describe('the chain to a recommendation', () => {
  const wordings = [
    wording('XKD-2023-04', 'new'),
    wording('XKD-2024-01', 'new'),
    wording('XKD-2025-02', 'similar_wording'),
    wording('XKD-2026-01', 'same_wording'),
    wording('XKD-2027-01', 'same_wording'),
  ];

  test('goes back to where it was new, and not beyond itself', () => {
    expect(chainTo(wordings, 'XKD-2026-01').map(({ reference }) => reference)).toEqual([
      'XKD-2024-01',
      'XKD-2025-02',
      'XKD-2026-01',
    ]);
  });

  test('of a new one is itself', () => {
    expect(chainTo(wordings, 'XKD-2024-01')).toEqual([wording('XKD-2024-01', 'new')]);
  });
});

describe('how often it was asked', () => {
  test.each([
    [[2026], 'asked for the first time'],
    [[2022, 2023, 2024, 2025, 2026], 'asked 5 years running'],
    [[2015, 2016, 2017, 2018, 2019, 2021, 2022, 2023], 'asked in 8 reports since 2015'],
  ])('%j reads %s', (years, words) => expect(askedInWords(years)).toBe(words));
});
