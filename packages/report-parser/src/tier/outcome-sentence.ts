import type { CountryRegister } from '../country/country-register.ts';
import { type CountryMatch, countryAtStart } from '../country/match-country.ts';
import type { TierMovement, TierValue } from '../parsed-narrative.ts';
import type { Sentence } from '../source/sentences.ts';
import { ordinalNumber } from './ordinal-number.ts';
import { mayNameTier, TIER_WORDS, tierValue } from './tier-words.ts';

/** A placement a sentence names: not every "Tier n" in it, but the one the government was given. */
export type Outcome = {
  value: TierValue;
  sentence: string;
  movement: TierMovement | null;
  consecutiveYears: number | null;
  subject: CountryMatch | null;
  /** The text stops before the words of the placement are surely over: "Tier 2" may have gone on "Watch List". */
  open: boolean;
  /** Its sentence has an end. */
  terminated: boolean;
};

const NOT_THIS = '(?<!\\b(?:would|could|should|might|not|never|which|otherwise|been|had|to be|countries) (?:have )?)';
const MOVED =
  'upgraded|downgraded|placed|ranked|put|moved|listed|kept|added|raised|lowered|elevated|demoted|promoted|dropped|returned|assigned|designated|classified|rated';
const PLACEMENT = new RegExp(
  `\\b${NOT_THIS}(?:(remain(?:s|ed)|stay(?:s|ed)|continue[sd]?|retain(?:s|ed))|(?:is|was|are|were|has been|have been)(?: (?!not\\b|never\\b)[a-z]{3,15}){0,2} (${MOVED})|is(?= on tier))` +
    `(?: (?:back|up|down|again))?(?: from (?:a |the )?${TIER_WORDS.replace(/\((?!\?)/g, '(?:')})?` +
    `(?: (?:on|onto|to|at|in|as|a|the|its|for|be))* (?:${TIER_WORDS}|(special case)\\b)`,
  'gi',
);
const YEARS =
  /\bfor (?:the |a |an )?(?:its )?([a-z0-9]{2,12}(?:[- ][a-z]{3,8})?) (?:consecutive |straight |successive )year|\bfor (?:the last |the past )?([a-z0-9]{1,12}) consecutive years|\bfor (?:the|a) ([a-z0-9]{2,12}) year in a row/gi;
const FIRST_TIME =
  /\b(?:for the first time|newly (?:added|listed|included)|added to (?:this|the) (?:year[’']s )?report)\b/i;
const IN_A_YEAR = /^ (?:in|since|from) (?:the )?(?:19|20)\d\d\b/;
const NO_LONGER_ELIGIBLE = /\b(?:no longer|not) eligible\b/i;

/** No sentence of a report comes near; what does is no sentence, and only its end is looked at. */
const LONGEST_SENTENCE = 4000;

/** The placements a sentence names, in order. */
export function outcomesIn(sentence: Sentence, register: CountryRegister): Outcome[] {
  const { terminated } = sentence;
  const text = sentence.text.slice(-LONGEST_SENTENCE);
  if (!mayNameTier(text)) return [];
  const outcomes: Outcome[] = [];
  for (const found of text.matchAll(PLACEMENT)) {
    const after = text.slice(found.index + found[0].length);
    if (IN_A_YEAR.test(after)) continue;
    const value = tierValue(found[3], found[4]);
    outcomes.push({
      value,
      sentence: text,
      movement: movementOf(found, text),
      consecutiveYears: yearsOf(text, found.index),
      subject: countryAtStart(clauseBefore(text, found.index), register),
      open: !terminated && isOpen(value, after),
      terminated,
    });
  }
  return outcomes;
}

/** At the end of a text that was cut, "Tier 2" or "Tier 2 Watch Li" may be half of "Tier 2 Watch List". */
function isOpen(value: TierValue, after: string): boolean {
  return value === 'tier-2' && after.length < 12 && ' watch list'.startsWith(after.toLowerCase().trimEnd());
}

function clauseBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 120), index).trimEnd();
  return before.replace(/^.*(?:therefore,?|[;,]) (?=\S)/i, '').replace(/^(?:the|and) /i, '');
}

const MOVEMENTS: ReadonlyMap<string, TierMovement> = new Map([
  ...['upgraded', 'raised', 'elevated', 'promoted'].map((verb) => [verb, 'upgraded'] as const),
  ...['downgraded', 'lowered', 'demoted', 'dropped'].map((verb) => [verb, 'downgraded'] as const),
  ['kept', 'remained'] as const,
]);

function movementOf(found: RegExpExecArray, text: string): TierMovement | null {
  if (FIRST_TIME.test(text.slice(clauseStart(text, found.index)))) return 'first-listed';
  if (found[1] !== undefined) return 'remained';
  return MOVEMENTS.get((found[2] ?? '').toLowerCase()) ?? movementOfPlacement(found, text);
}

/** "is placed on" says nothing of the year before, unless years are counted or the law's own downgrade is told. */
function movementOfPlacement(found: RegExpExecArray, text: string): TierMovement | null {
  if (NO_LONGER_ELIGIBLE.test(text)) return 'downgraded';
  return yearsOf(text, found.index) === null ? null : 'remained';
}

/** The number that follows the placement, or stands in the clause just before it. */
function yearsOf(text: string, index: number): number | null {
  for (const found of text.slice(clauseStart(text, index)).matchAll(YEARS)) {
    const number = ordinalNumber(found[1] ?? found[2] ?? found[3] ?? '');
    if (number !== null) return number;
  }
  return null;
}

function clauseStart(text: string, index: number): number {
  return Math.max(text.lastIndexOf('herefore', index), text.lastIndexOf(';', index), 0);
}
