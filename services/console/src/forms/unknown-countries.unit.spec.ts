import { expect, test } from 'vitest';
import { unknownCountries } from './unknown-countries.ts';

test('what is no country is named, with what to do; codes pass, on record or not', () => {
  expect(unknownCountries('countries', ['XKD', 'Kaldaria', 'x1'])).toEqual([
    {
      field: 'countries',
      message: 'There is no country “Kaldaria” on record. Choose one by its name, or give its three-letter code.',
    },
  ]);
  expect(unknownCountries('countries', ['XKD', 'XNB'])).toEqual([]);
});
