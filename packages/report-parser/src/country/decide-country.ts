import { givenWith } from '../given-with-file.ts';
import type { Confidence, Country, Notice } from '../parsed-narrative.ts';
import type { CountryRegister } from './country-register.ts';

export type CountryReading = {
  iso3: string | null;
  words: string;
  line: number | null;
  from: 'heading' | 'sentence' | 'placement' | 'recommendations heading' | 'title' | 'address' | 'embassy';
};

export type CountryDecision = {
  country: Country | null;
  confidence: Confidence;
  line: number | null;
  words: string | null;
  warnings: Notice[];
};

const OWN_WORDS = new Set<CountryReading['from']>(['heading', 'sentence', 'placement', 'recommendations heading']);

/**
 * The country by everything that names it. What stands in the narrative itself counts before titles and the address;
 * two countries named by the narrative itself are a contradiction that only a person can solve, so none is taken.
 */
export function decideCountry(
  readings: readonly CountryReading[],
  reportYear: number | null,
  hint: string | undefined,
  register: CountryRegister,
): CountryDecision {
  const known = readings.filter(({ iso3 }) => iso3 !== null);
  const own = known.filter(({ from }) => OWN_WORDS.has(from));
  const first = own[0] ?? known[0];
  const rival = own.find(({ iso3 }) => iso3 !== first?.iso3);
  if (first !== undefined && rival !== undefined) return contradiction(first, rival);
  if (first === undefined || first.iso3 === null) return fromHint(readings, reportYear, hint, register);
  const country = { iso3: first.iso3, name: register.nameOf(first.iso3, reportYear) };
  const warnings = [
    ...elsewhere(known, first, register),
    ...hintContradicted(hint, country, first.line, register),
    ...outOfTime(own, reportYear, register),
  ];
  return { country, confidence: confidenceOf(own, first, warnings), line: first.line, words: first.words, warnings };
}

function confidenceOf(own: readonly CountryReading[], first: CountryReading, warnings: readonly Notice[]): Confidence {
  if (warnings.some(({ code }) => code !== 'country-name-out-of-time')) return 'low';
  if (own.length > 0) return 'high';
  return first.from === 'title' ? 'medium' : 'low';
}

function contradiction(first: CountryReading, rival: CountryReading): CountryDecision {
  const message = `The ${first.from} names ${first.words}, the ${rival.from} names ${rival.words}. Say which country this narrative is about.`;
  const warnings = [{ code: 'country-contradiction', message, line: rival.line }];
  return { country: null, confidence: 'low', line: first.line, words: first.words, warnings };
}

function elsewhere(known: readonly CountryReading[], first: CountryReading, register: CountryRegister): Notice[] {
  const other = known.find(({ iso3, from }) => iso3 !== first.iso3 && from !== 'embassy');
  if (other === undefined || other.iso3 === null) return [];
  const message = `The ${other.from} speaks of ${register.nameOf(other.iso3, null)}, but the narrative is about ${first.words}. The narrative's own words were taken.`;
  return [{ code: 'country-elsewhere', message, line: other.line }];
}

function hintContradicted(
  hint: string | undefined,
  country: Country,
  line: number | null,
  register: CountryRegister,
): Notice[] {
  const given = hint === undefined ? undefined : register.find(hint);
  if (hint === undefined || given === country.iso3) return [];
  const message = `${hint} was given with the file as the country, but the text is about ${country.name}. The text was taken.`;
  return [{ code: 'hint-contradicts-country', message, line }];
}

function outOfTime(own: readonly CountryReading[], year: number | null, register: CountryRegister): Notice[] {
  if (year === null) return [];
  for (const { words, line } of own) {
    const years = register.yearsOf(words);
    // A year's grace: names change in the middle of one.
    if (years === null || (year >= years.from - 1 && year <= years.to + 1)) continue;
    const message = `The report of ${year} did not use the name ${words}. Please check the country and the year.`;
    return [{ code: 'country-name-out-of-time', message, line }];
  }
  return [];
}

function fromHint(
  readings: readonly CountryReading[],
  reportYear: number | null,
  hint: string | undefined,
  register: CountryRegister,
): CountryDecision {
  const iso3 = hint === undefined ? undefined : register.find(hint);
  if (hint === undefined || iso3 === undefined) return unknown(readings[0]);
  const country = { iso3, name: register.nameOf(iso3, reportYear) };
  return { country, confidence: 'medium', line: null, words: givenWith(hint), warnings: [] };
}

function unknown(reading: CountryReading | undefined): CountryDecision {
  const nothing = { country: null, confidence: 'low' as const };
  if (reading === undefined) {
    const message = 'The text does not say which country it is about. Give the country with the file.';
    return { ...nothing, line: null, words: null, warnings: [{ code: 'country-not-stated', message, line: null }] };
  }
  const { words, line } = reading;
  const message = `“${words}” is not a country the register knows. Give the country with the file.`;
  return { ...nothing, line, words, warnings: [{ code: 'country-unknown', message, line }] };
}
