import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import type { CountryEntry } from '../narrative-input.ts';
import { countryKey } from './country-key.ts';
import { REPORT_NAMES, type ReportName } from './report-names.ts';

export type CountryRegister = {
  /** The code of a name or an ISO 3166 code, whatever its spelling; undefined when it is no country's. */
  find(name: string): string | undefined;
  /** The name the report of that year uses; the newest when the year is not known. */
  nameOf(iso3: string, reportYear: number | null): string;
  /** The years in which the report used this name, when it had a time. */
  yearsOf(name: string): { from: number; to: number } | null;
};

/** More words than any country's name has. */
export const LONGEST_NAME = 12;

type Index = {
  byKey: Map<string, string>;
  dated: Map<string, ReportName[]>;
  names: Map<string, string>;
  alpha2: Map<string, string>;
};

const BASE = baseIndex();
const EXTENDED = new WeakMap<readonly CountryEntry[], CountryRegister>();
const BASE_REGISTER = toRegister(BASE);

export function countryRegister(extra: readonly CountryEntry[] | undefined): CountryRegister {
  if (extra === undefined || extra.length === 0) return BASE_REGISTER;
  const known = EXTENDED.get(extra);
  if (known !== undefined) return known;
  const register = toRegister(extend(extra));
  EXTENDED.set(extra, register);
  return register;
}

function baseIndex(): Index {
  const index: Index = { byKey: new Map(), dated: new Map(), names: new Map(), alpha2: new Map() };
  for (const [alpha2, listed] of codes as [string, string, ...unknown[]][]) {
    // Kosovo has no code of ISO 3166; the report's data sets use XKX, the library XKK.
    const iso3 = listed === 'XKK' ? 'XKX' : listed;
    index.alpha2.set(alpha2, iso3);
    addLibraryNames(index, alpha2, iso3);
  }
  for (const entry of REPORT_NAMES) addReportName(index, entry);
  // Two countries share the short name: without more words it names neither.
  index.byKey.delete('congo');
  index.byKey.delete('korea');
  return index;
}

function addLibraryNames(index: Index, alpha2: string, iso3: string): void {
  const given = (english.countries as Record<string, string | string[]>)[alpha2];
  const names = typeof given === 'string' ? [given] : (given ?? []);
  for (const name of names) index.byKey.set(countryKey(name), iso3);
  index.names.set(iso3, names[0] ?? iso3);
}

function addReportName(index: Index, entry: ReportName): void {
  index.byKey.set(countryKey(entry.name), entry.iso3);
  if (entry.from === undefined) return;
  const times = index.dated.get(entry.iso3) ?? [];
  times.push(entry);
  index.dated.set(entry.iso3, times);
  index.names.set(entry.iso3, entry.name);
}

function extend(extra: readonly CountryEntry[]): Index {
  const index: Index = { ...BASE, byKey: new Map(BASE.byKey), names: new Map(BASE.names) };
  for (const { iso3, name, otherNames } of extra) {
    for (const each of [name, ...(otherNames ?? [])]) index.byKey.set(countryKey(each), iso3);
    index.names.set(iso3, name);
  }
  return index;
}

function toRegister(index: Index): CountryRegister {
  return {
    find: (name) => findCode(index, name),
    nameOf: (iso3, year) => nameInYear(index, iso3, year) ?? index.names.get(iso3) ?? iso3,
    yearsOf: (name) => yearsOfName(index, name),
  };
}

function findCode(index: Index, name: string): string | undefined {
  const trimmed = name.trim();
  if (/^[A-Z]{3}$/.test(trimmed) && index.names.has(trimmed)) return trimmed;
  if (/^[A-Z]{2}$/.test(trimmed) && index.alpha2.has(trimmed)) return index.alpha2.get(trimmed);
  return index.byKey.get(countryKey(trimmed)) ?? index.byKey.get(inOrder(trimmed));
}

/** "Kaldara, Republic of" is "Republic of Kaldara". */
function inOrder(name: string): string {
  const comma = name.indexOf(',');
  return comma < 0 ? '' : countryKey(`${name.slice(comma + 1)} ${name.slice(0, comma)}`);
}

function nameInYear(index: Index, iso3: string, year: number | null): string | undefined {
  if (year === null) return undefined;
  return index.dated.get(iso3)?.find(({ from, to }) => year >= (from ?? 0) && year <= (to ?? 9999))?.name;
}

function yearsOfName(index: Index, name: string): { from: number; to: number } | null {
  const key = countryKey(name);
  const iso3 = index.byKey.get(key);
  const entry = iso3 === undefined ? undefined : index.dated.get(iso3)?.find((each) => countryKey(each.name) === key);
  return entry?.from === undefined ? null : { from: entry.from, to: entry.to ?? 9999 };
}
