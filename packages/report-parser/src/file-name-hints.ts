import { countryRegister } from './country/country-register.ts';
import type { CountryEntry, NarrativeHints } from './narrative-input.ts';

const NAMED = /^(20\d\d)[-_ ]([A-Z]{3})(?:[-_ .]|$)/;
const REVERSED = /^([A-Z]{3})[-_ ](20\d\d)(?:[-_ .]|$)/;

/**
 * What a file's name says when an office named its files by year and ISO code ("2015-XKD-embassy.txt"). Never used by
 * itself: a name is given by whoever saved the page, so the importer decides whether to pass it on as hints.
 */
export function hintsFromFileName(file: string, countries?: readonly CountryEntry[]): NarrativeHints {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const { year, code } = namedParts(name);
  if (year === undefined || code === undefined) return {};
  const known = countryRegister(countries).find(code) === code;
  return { reportYear: Number(year), ...(known ? { country: code } : {}) };
}

function namedParts(name: string): { year: string | undefined; code: string | undefined } {
  const named = NAMED.exec(name);
  if (named !== null) return { year: named[1], code: named[2] };
  const reversed = REVERSED.exec(name);
  return { year: reversed?.[2], code: reversed?.[1] };
}
