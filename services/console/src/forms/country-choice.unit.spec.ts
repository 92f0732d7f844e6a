import { expect, test } from 'vitest';
import { countryTyped } from './country-choice.tsx';

const countries = [
  { code: 'XKD', name: 'Kaldara' },
  { code: 'XLS', name: 'Lower Serra' },
];

test.each([
  ['Kaldara', 'XKD'],
  [' lower serra ', 'XLS'],
  ['xkd', 'XKD'],
  ['XNB', 'XNB'],
  ['Kal', ''],
  ['kal', ''],
  ['', ''],
])('typed %s, then the country is %s', (typed, code) => expect(countryTyped(typed, countries)).toBe(code));
