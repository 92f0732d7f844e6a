import { type PersonalDataKind, personalDataPatterns } from './personal-data-patterns.ts';

/** Where something looks like a victim’s personal data, and what. Never the text itself: this goes into answers and logs. */
export interface Suspicion {
  /** The path of the field, as in a malformed request: `promises.0.wording`. */
  readonly field: string;
  readonly kind: PersonalDataKind;
}

/** Our own references and web addresses are no free text. */
const notFreeText = /(?:Id|address|Address|documentSymbol|sha256)$/;
/** Courts and ministries are cited by case and file numbers: how evidence is found again is not about a person. */
const citation = /(?:^|\.)evidence\.\d+\.reference$|(?:^|\.)recordReference$/;

/**
 * Looks for a victim’s personal data in everything a command says in words: structured identifiers, and a name with an
 * age. Demarche has no field for them and keeps none. Officials by name and title pass. Pure.
 */
export const screenFreeText = (input: unknown): readonly Suspicion[] => suspicionsIn(input, '');

const suspicionsIn = (value: unknown, field: string): readonly Suspicion[] => {
  if (typeof value === 'string') return kindsIn(value, field).map((kind) => ({ field, kind }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    notFreeText.test(name) ? [] : suspicionsIn(inner, field ? `${field}.${name}` : name),
  );
};

/** Of digits, what each kind asks for at the least: most that is written has none, and what has few is searched for little. */
const fewestDigits: Readonly<Record<PersonalDataKind, number>> = {
  'email-address': 0,
  'telephone-number': 6,
  'passport-number': 3,
  'identity-number': 3,
  'case-number': 1,
  'date-of-birth': 4,
  'name-with-age': 1,
};
/** What has none of these has neither a digit nor an e-mail address. */
const worthSearching = /[\d@[(]/;
const kinds = Object.keys(fewestDigits) as readonly PersonalDataKind[];
const hasAt = /@|[[(]\s*at\s*[\])]/i;
/** An age is a number of one or two digits. */
const hasAge = /(?<!\d)\d{1,2}(?!\d)/;

const kindsIn = (words: string, field: string): readonly PersonalDataKind[] => {
  if (!worthSearching.test(words)) return [];
  const digits = words.replace(/\D+/g, '').length;
  const at = hasAt.test(words);
  if (digits === 0 && !at) return [];
  const age = hasAge.test(words);
  // Line breaks hide nothing, and long runs of blanks slow nothing down.
  const text = words.replace(/\s+/g, ' ');
  return kinds
    .filter(
      (kind) => digits >= fewestDigits[kind] && (kind !== 'name-with-age' || age) && (kind !== 'email-address' || at),
    )
    .filter((kind) => kind !== 'case-number' || !citation.test(field))
    .filter((kind) => personalDataPatterns[kind].some((pattern) => pattern.test(text)));
};
