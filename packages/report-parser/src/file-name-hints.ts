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
  const named = NAMED.exec(name);
  const reversed = REVERSED.exec(name);
  const year = named?.[1] ?? reversed?.[2];
  const code = named?.[2] ?? reversed?.[1];
  const register = countryRegister(countries);
  const known = code !== undefined && register.find(code) === code;
  return {
    ...(year === undefined ? {} : { reportYear: Number(year) }),
    ...(known ? { country: code } : {}),
  };
}
