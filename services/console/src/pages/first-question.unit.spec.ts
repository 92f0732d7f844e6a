import { expect, test } from 'vitest';
import { countriesQuestion } from './countries/countries-question.ts';
import { countryQuestion } from './country/country-question.ts';
import { firstQuestion } from './first-question.ts';

const at = (address: string) => {
  const { pathname, search } = new URL(address, 'http://demarche');
  return firstQuestion({ pathname, search });
};
const search = (text: string) => new URLSearchParams(text);

test.each(['/', '/countries', '/countries/'])('%s asks for the countries', (address) => {
  const { document, variables } = countriesQuestion(search(''));
  expect(at(address)).toEqual({ document, variables: { ...variables, at: undefined } });
});

test('a filter and an order in the address are asked', () => {
  const filtered = 'tiers=tier-2,tier-3&sort=open&order=down';
  const { variables } = countriesQuestion(search(filtered));
  expect(at(`/countries?${filtered}`)?.variables).toEqual({ ...variables, at: undefined });
  expect(variables).toMatchObject({ filter: { tiers: ['tier-2', 'tier-3'] }, sort: 'open', descending: true });
});

test('one country is asked for by the code that its page will show', () => {
  const { document, variables } = countryQuestion('XKD', search('kinds=promise'));
  expect(at('/countries/xkd?kinds=promise')).toEqual({ document, variables: { ...variables, at: undefined } });
});

test('a day of the past is asked for on the clock that the address names', () => {
  const day = '2019-03-31';
  expect(at(`/?on=${day}`)?.variables).toMatchObject({ at: { validTime: day } });
  expect(at(`/?on=${day}&known=then`)?.variables).toMatchObject({ at: { validTime: day, systemTime: day } });
});

test.each(['/engagements/new', '/sign-in', '/countries/XKD/more', '/recommendations', '/nowhere'])(
  '%s is sent with nothing',
  (address) => {
    expect(at(address)).toBeUndefined();
  },
);
