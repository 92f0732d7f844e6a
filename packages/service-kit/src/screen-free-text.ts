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

/** Every pattern asks for a digit or, of an e-mail address, for its "at": most that is written has neither. */
const couldMatch = /\d|@|[[(]\s*at\s*[\])]/i;

const kindsIn = (words: string, field: string): readonly PersonalDataKind[] => {
  if (!couldMatch.test(words)) return [];
  // Line breaks hide nothing, and long runs of blanks slow nothing down.
  const text = words.replace(/\s+/g, ' ');
  return (Object.keys(personalDataPatterns) as PersonalDataKind[])
    .filter((kind) => kind !== 'case-number' || !citation.test(field))
    .filter((kind) => personalDataPatterns[kind].some((pattern) => pattern.test(text)));
};
