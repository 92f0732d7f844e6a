import type { FoundSection } from '../recommendations/find-section.ts';
import type { Outcome } from '../tier/outcome-sentence.ts';
import type { TierZone } from '../tier/tier-readings.ts';
import type { TitleLine } from '../year/title-lines.ts';
import { countryInAddress, countryOfPost } from './country-in-address.ts';
import type { CountryRegister } from './country-register.ts';
import type { CountryReading } from './decide-country.ts';
import { type CountryMatch, countryAtEnd, countryAtStart } from './match-country.ts';

export type CountrySources = {
  zone: TierZone;
  outcome: (Outcome & { line: number }) | null;
  section: FoundSection | null;
  titles: readonly TitleLine[];
  address: string | null;
};

/** Everything that names the country, the surest first. */
export function countryReadings(sources: CountrySources, register: CountryRegister): CountryReading[] {
  const { zone, outcome, section, titles, address } = sources;
  return [
    ...fromHeading(zone),
    ...fromSubject(zone.opening, 'sentence'),
    ...fromSubject(outcome, 'placement'),
    ...fromListHeading(section, register),
    ...titles.flatMap((line) => fromTitle(line, register)),
    ...fromAddress(address, register),
  ];
}

function fromHeading({ heading }: TierZone): CountryReading[] {
  if (heading === null || heading.name === null) return [];
  return [{ iso3: heading.iso3, words: heading.name, line: heading.line, from: 'heading' }];
}

function fromSubject(
  sentence: { subject: CountryMatch | null; line: number } | null,
  from: 'sentence' | 'placement',
): CountryReading[] {
  if (sentence === null || sentence.subject === null) return [];
  return [{ ...sentence.subject, line: sentence.line, from }];
}

function fromListHeading(section: FoundSection | null, register: CountryRegister): CountryReading[] {
  const heading = section?.heading ?? null;
  if (heading === null || heading.name === null) return [];
  const iso3 = register.find(heading.name) ?? countryAtStart(heading.name, register)?.iso3 ?? null;
  return [{ iso3, words: heading.name, line: heading.line, from: 'recommendations heading' }];
}

const AFTER_TITLE =
  /(?:Trafficking in Persons|TIP) Report(?:,? \d{4})?(?: ?[-–—:,|/] ?Country Narratives?)? ?[-–—:|/] ?(.{3,80})$/i;
const BEFORE_SITE = /^(.{3,60}?) (?:[-–—|] )?(?:United States Department of State|U\.S\. Department of State)\b/i;

function fromTitle({ text, number }: TitleLine, register: CountryRegister): CountryReading[] {
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
  if (address === null) return [];
  const found = countryInAddress(address, register);
  const post = countryOfPost(address, register);
  return [
    ...(found === null ? [] : [{ ...found, line: null, from: 'address' as const }]),
    ...(post === null ? [] : [{ ...post, line: null, from: 'embassy' as const }]),
  ];
}
