import { describe, expect, test } from 'vitest';
import { type NarrativeHints, parseSavedFile } from '../index.ts';

const COUNTRIES = [
  { iso3: 'XKD', name: 'Kaldara' },
  { iso3: 'XVS', name: 'Vestria' },
];
const narrative = (name: string) => `${name.toUpperCase()} (Tier 2)

The Government of ${name} does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. Therefore ${name} remained on Tier 2.

PRIORITIZED RECOMMENDATIONS:

• Enact the draft law of ${name} on trafficking in persons.

• Train inspectors to identify victims among workers.

PROSECUTION

The government maintained law enforcement efforts.
`;
const read = (file: string, text: string, more: { hints?: NarrativeHints; split?: boolean } = {}) => {
  const { split = false, hints = {} } = more;
  return parseSavedFile({ file, text, hints, countries: COUNTRIES }, { split });
};
const codes = (warnings: readonly { code: string }[] = []) => warnings.map(({ code }) => code);

describe('what a file is called', () => {
  test('fills in the year that the text does not say, and it is told', () => {
    const [one] = read('folder/2024-XKD-embassy.txt', narrative('Kaldara'));

    expect(one).toMatchObject({ reportYear: 2024, country: { iso3: 'XKD' } });
    expect(one?.evidence.reportYear).toEqual({ confidence: 'medium', line: null, words: 'the file’s name' });
    expect(one?.evidence.country.words).not.toBe('the file’s name');
    expect(one?.warnings).toEqual([
      {
        code: 'taken-from-file-name',
        message: 'The text does not say the year (2024); it was taken from the file’s name. Please check.',
        line: null,
      },
    ]);
  });

  test('is not told of where a person says the year', () => {
    const [one] = read('2024-XKD.txt', narrative('Kaldara'), { hints: { reportYear: 2023 } });

    expect(one?.reportYear).toBe(2023);
    expect(codes(one?.warnings)).toEqual([]);
  });

  test('is not told of where the text says it', () => {
    const [one] = read('2024-XKD.txt', `2024 Trafficking in Persons Report\n\n${narrative('Kaldara')}`);

    expect(one?.reportYear).toBe(2024);
    expect(codes(one?.warnings)).toEqual([]);
  });
});

describe('several narratives in one file', () => {
  const two = `${narrative('Kaldara')}\n${narrative('Vestria')}`;

  test('are refused unless they are to be split', () => {
    expect(read('two.txt', two)).toMatchObject([{ file: 'two.txt', refused: { code: 'several-narratives' } }]);
  });

  test('are read one by one, with the year that the name gives to all and the country that it gives to none', () => {
    const parts = read('2024-XKD-and-neighbours.txt', two, { split: true });

    expect(parts).toMatchObject([
      { file: '2024-XKD-and-neighbours.txt#1', country: { iso3: 'XKD' }, reportYear: 2024, refused: null },
      { file: '2024-XKD-and-neighbours.txt#2', country: { iso3: 'XVS' }, reportYear: 2024, refused: null },
    ]);
    expect(codes(parts[1]?.warnings)).toEqual(['taken-from-file-name']);
    expect(parts[1]?.recommendations[0]?.text).toBe('Enact the draft law of Vestria on trafficking in persons.');
  });

  test('a single narrative stays one', () => {
    expect(read('one.txt', narrative('Kaldara'), { split: true })).toMatchObject([{ file: 'one.txt', refused: null }]);
  });
});
