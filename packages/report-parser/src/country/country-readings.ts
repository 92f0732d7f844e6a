import type { HeadingMark, Opening } from '../landmarks.ts';
import type { FoundSection } from '../recommendations/find-section.ts';
import type { SourceLine } from '../source/source-line.ts';
import type { Outcome } from '../tier/outcome-sentence.ts';
import { countryInAddress } from './country-in-address.ts';
import type { CountryRegister } from './country-register.ts';
import type { CountryReading } from './decide-country.ts';
import { countryAtEnd, countryAtStart } from './match-country.ts';

export type CountrySources = {
  heading: HeadingMark | null;
  opening: Opening | null;
  outcome: (Outcome & { line: number }) | null;
  section: FoundSection | null;
  /** The lines before the narrative, and the title of the page. */
  titles: readonly Pick<SourceLine, 'text' | 'number'>[];
  address: string | null;
};

/** Everything that names the country, the surest first. */
export function countryReadings(sources: CountrySources, register: CountryRegister): CountryReading[] {
  return [
    ...fromNarrative(sources, register),
    ...sources.titles.flatMap((line) => fromTitle(line, register)),
    ...fromAddress(sources.address, register),
  ];
}

function fromNarrative(
  { heading, opening, outcome, section }: CountrySources,
  register: CountryRegister,
): CountryReading[] {
  const readings: CountryReading[] = [];
  if (heading !== null && heading.name !== null) {
    readings.push({ iso3: heading.iso3, words: heading.name, line: heading.line, from: 'heading' });
  }
  if (opening?.subject) readings.push({ ...opening.subject, line: opening.line, from: 'sentence' });
  if (outcome?.subject) readings.push({ ...outcome.subject, line: outcome.line, from: 'placement' });
  const named = section?.heading?.name;
  if (section?.heading && named) {
    const iso3 = register.find(named) ?? countryAtStart(named, register)?.iso3 ?? null;
    readings.push({ iso3, words: named, line: section.heading.line, from: 'recommendations heading' });
  }
  return readings;
}

const AFTER_TITLE =
  /(?:Trafficking in Persons|TIP) Report(?:,? \d{4})?(?: ?[-–—:,|/] ?Country Narratives?)? ?[-–—:|/] ?(.{3,80})$/i;
const BEFORE_SITE = /^(.{3,60}?) (?:[-–—|] )?(?:United States Department of State|U\.S\. Department of State)\b/i;

function fromTitle({ text, number }: Pick<SourceLine, 'text' | 'number'>, register: CountryRegister): CountryReading[] {
  const named = AFTER_TITLE.exec(text.slice(0, 300))?.[1] ?? BEFORE_SITE.exec(text.slice(0, 300))?.[1];
  if (named === undefined) return [];
  const name = named
    .replace(/ [-–—|].*$/, '')
    .replace(/ \(.*$/, '')
    .trim();
  const found = countryAtStart(name, register) ?? countryAtEnd(name, register);
  return found === null ? [] : [{ ...found, line: number, from: 'title' }];
}

function fromAddress(address: string | null, register: CountryRegister): CountryReading[] {
  const found = address === null ? null : countryInAddress(address, register);
  return found === null ? [] : [{ ...found, line: null, from: 'address' }];
}
