import { describe, expect, test } from 'vitest';
import { lawClock, type PlacedYear } from './law-clock.ts';

const codes: Record<string, string> = { '1': 'tier-1', '2': 'tier-2', W: 'tier-2-watch-list', '3': 'tier-3' };

/** `years(2022, '2WW')`: one letter a year. */
const years = (first: number, letters: string, last: Partial<PlacedYear> = {}): PlacedYear[] =>
  [...letters].map((letter, index) => ({
    reportYear: first + index,
    value: codes[letter] ?? null,
    consecutiveYears: null,
    waiver: false,
    ...(index === letters.length - 1 ? last : {}),
  }));

describe('the clock of the Watch List', () => {
  test('does not run outside the list', () => {
    expect(lawClock([])).toBeNull();
    expect(lawClock(years(2020, '2W2'))).toBeNull();
  });

  test('first year: names the rule of two years', () => {
    expect(lawClock(years(2025, '2W'))).toBe(
      'Watch List 2026, the first year in a row. After two years in a row the law requires Tier 3, unless it is waived (22 U.S.C. 7107(b)(2)(D)).',
    );
  });

  test('second year: Tier 3 next, unless upgraded or waived', () => {
    expect(lawClock(years(2024, '2WW'))).toContain('Without an upgrade or a waiver the 2027 ranking is Tier 3 by law');
  });

  test('third year by waiver: none is left', () => {
    expect(lawClock(years(2023, '2WWW', { waiver: true }))).toBe(
      'Watch List 2024 to 2026, the third year in a row, by waiver. No waiver is left: without an upgrade the 2027 ranking is Tier 3 by law (22 U.S.C. 7107(b)(2)(D)).',
    );
  });

  test('third year before 2019: a second waiver could be given', () => {
    expect(lawClock(years(2015, '2WWW', { waiver: true }))).toContain('for a second year');
  });

  test('the report’s own count counts where earlier reports are missing', () => {
    expect(lawClock(years(2026, 'W', { consecutiveYears: 2 }))).toContain(
      'Watch List 2025 to 2026, the second year in a row',
    );
  });

  test('a missing year ends the run', () => {
    expect(lawClock([...years(2022, 'W'), ...years(2024, 'W')])).toContain('the first year');
  });

  test('back on the list after it was used up: one year only', () => {
    expect(lawClock(years(2021, 'WWW3W'))).toContain('before the fall to Tier 3 in 2024');
  });
});
