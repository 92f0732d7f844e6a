import type { CountryRegister } from '../country/country-register.ts';
import { type CountryMatch, countryAtStart } from '../country/match-country.ts';

/** What the sentence on the minimum standards itself says, which every rated narrative of every year opens with. */
export type Standing = 'meets' | 'efforts' | 'no-efforts';

const STANDARDS =
  /\b(?:(?:does|do|did|has|have)(?: not|n[’']t)(?: yet| currently| still)?(?: fully)? (?:meet|met|compl(?:y|ied)(?: with)?)|fully (?:meets?|compl(?:y|ies) with|met)) the minimum standards(?: for| of)/i;
const NOT = /\b(?:not|n[’']t)\b/i;
const NO_EFFORTS = /\b(?:is|are|nor is it|was) (?:not )?(?:making|make) (?:any |sufficient )?significant efforts/i;
const GOVERNMENT = /\b(?:government|governments|authorities) of (?:the )?/i;
const BEFORE_VERB = /^(?:the |["“])*(.{0,120}?) (?:fully|does|do|did|has|have)\b/i;

/** Whether a sentence is the one that places a government against the standards, not one that looks back at them. */
export function isStandardsSentence(text: string): boolean {
  return (
    text.includes('minimum standards') && STANDARDS.test(text) && !/^(?:Although|While|However|Despite)\b/.test(text)
  );
}

export function standingOf(sentence: string): Standing {
  const found = STANDARDS.exec(sentence);
  if (found !== null && !NOT.test(found[0])) return 'meets';
  const efforts = NO_EFFORTS.exec(sentence);
  const without = efforts !== null && (/\bnot\b/i.test(efforts[0]) || /^nor/i.test(efforts[0]));
  return without ? 'no-efforts' : 'efforts';
}

/** Whether the words are those of the reports from 2001 to 2015, which leave Tier 2 to the heading. */
export function isOldWording(sentence: string): boolean {
  return /\bcompl(?:y|ies)\b/i.test(sentence);
}

/** The country whose government the sentence speaks of. */
export function subjectOf(sentence: string, register: CountryRegister): CountryMatch | null {
  const government = GOVERNMENT.exec(sentence.slice(0, 200));
  if (government !== null) {
    return countryAtStart(sentence.slice(government.index + government[0].length), register);
  }
  const subject = BEFORE_VERB.exec(sentence.slice(0, 200))?.[1];
  return subject === undefined ? null : countryAtStart(subject, register);
}
