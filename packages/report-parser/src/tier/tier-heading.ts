import type { CountryRegister } from '../country/country-register.ts';
import { countryAtEnd } from '../country/match-country.ts';
import { isNameLike } from '../country/name-like.ts';
import type { TierValue } from '../parsed-narrative.ts';
import { mayNameTier, TIER_WORDS, tierValue } from './tier-words.ts';

export type TierHeading = {
  /** The heading's own words, without what stands round it on the line. */
  heading: string;
  name: string | null;
  iso3: string | null;
  value: TierValue;
  /** Where it stands in the line. */
  start: number;
  end: number;
};

const TIER = new RegExp(`${TIER_WORDS}|special case\\b|not rated\\b`, 'gi');
const BEFORE = /^(.{0,80}?) ?(?::|,|\(|\[|–|—|-) ?$/;
const LEADING = /^(?:["“'|>\]]|\[[^\]]{0,60}\]|special case:)\s?/i;
const REACH = 84;

/** Every heading of the form "NAME: Tier n", "NAME (Tier n)" or "Special Case: NAME" in a line, wherever in it. */
export function tierHeadings(text: string, register: CountryRegister): TierHeading[] {
  if (!mayNameTier(text)) return [];
  const found: TierHeading[] = [];
  for (const match of text.matchAll(TIER)) {
    const heading = headingAt(text, match, register) ?? specialCaseFirst(text, match, register);
    if (heading !== null) found.push(heading);
  }
  return found;
}

function headingAt(text: string, match: RegExpExecArray, register: CountryRegister): TierHeading | null {
  const from = Math.max(0, match.index - REACH);
  const before = text.slice(from, match.index);
  const value = tierValue(match[1], match[2]);
  const end = closing(text, match.index + match[0].length);
  if (from === 0 && before.replace(LEADING, '').replace(/[([]$/, '') === '') {
    return nameless(text, match.index, end, value);
  }
  const named = nameBefore(before, from === 0, register);
  if (named === null) return null;
  const start = from + before.lastIndexOf(named.words);
  return { heading: text.slice(start, end).trim(), name: named.words, iso3: named.iso3, value, start, end };
}

type Named = { words: string; iso3: string | null };

function nameBefore(before: string, atStart: boolean, register: CountryRegister): Named | null {
  const label = labelOf(before, atStart);
  if (label === null) return null;
  if (atStart) {
    const bare = strip(label);
    // A line that begins with a name is that name whole: "West Kaldara" is not Kaldara.
    if (isNameLike(bare)) return { words: bare, iso3: register.find(bare) ?? null };
  }
  const known = countryAtEnd(label, register);
  return known !== null && isNameLike(known.words) ? known : null;
}

function labelOf(before: string, atStart: boolean): string | null {
  const label = BEFORE.exec(before)?.[1];
  if (label !== undefined) return label;
  return atStart && isCapitals(before) ? before.trim() : null;
}

/** A line that is only "Tier 2", under a title without a country. */
function nameless(text: string, start: number, end: number, value: TierValue): TierHeading | null {
  return end < text.length ? null : { heading: text.slice(start, end), name: null, iso3: null, value, start, end };
}

function specialCaseFirst(text: string, match: RegExpExecArray, register: CountryRegister): TierHeading | null {
  if (!/^special case$/i.test(match[0])) return null;
  const after = /^: ?([^:;.]{2,60})$/.exec(text.slice(match.index + match[0].length));
  const name = after?.[1]?.trim();
  if (name === undefined || !isNameLike(name)) return null;
  const iso3 = register.find(name) ?? null;
  return {
    heading: text.slice(match.index).trim(),
    name,
    iso3,
    value: 'special-case',
    start: match.index,
    end: text.length,
  };
}

function strip(label: string): string {
  return label.replace(LEADING, '').replace(LEADING, '').trim();
}

function closing(text: string, end: number): number {
  return /[)\]]/.test(text.charAt(end)) ? end + 1 : end;
}

function isCapitals(text: string): boolean {
  return /^[A-Z][A-Z ,.'’-]{2,60} $/.test(text);
}
