import type { CountryRegister } from '../country/country-register.ts';
import { tierHeadings } from '../tier/tier-heading.ts';
import { cleanLine } from './clean-line.ts';
import { isSectionHeading, recommendationsHeading } from './heading-words.ts';
import type { LineKind, SourceLine } from './source-line.ts';

const CAPITALS =
  /\b(?:PRIORITI[SZ]ED REC+OM+[A-Z]{4,10}S?\b:?|RECOMMENDATIONS FOR (?=[A-Z]{2})|(?:PROSECUTION|PROTECTION|PREVENTION|TRAFFICKING PROFILE)\b:?(?! (?:AND|OF|&)))/g;
const RUN_IN = /[.!?][”"’)]? (?=(?:Prioriti[sz]ed )?Recommendations(?: for [A-Z][^:.]{2,60})?:)/g;
const NARRATIVE_OPENS =
  /^[\s"“]*(?:(?:The )?Government of |[A-Z][\p{L}'’ -]{2,40} (?:is|remains) (?:a|primarily|mainly|principally|not) )/u;
const NOTE = /^[\s[(–—-]*(?:Extracted|Excerpt|From the)\b/i;

/**
 * Pages come flattened: a whole narrative on one line, or a heading with its paragraph behind it. Every heading gets a
 * line of its own here, with the number of the line it stood on, so that all that follows may go by lines.
 */
export function breakLines(lines: readonly SourceLine[], register: CountryRegister): SourceLine[] {
  return lines
    .flatMap((line) => pieces(line, cutsAtCapitals(line.text)))
    .flatMap((line) => pieces(line, cutsAtTiers(line.text, register)))
    .flatMap((line) => mark(line, register));
}

function pieces(line: SourceLine, cuts: readonly number[]): SourceLine[] {
  if (cuts.length === 0) return [line];
  const borders = [0, ...cuts, line.text.length];
  const parts: SourceLine[] = [];
  for (let index = 0; index + 1 < borders.length; index += 1) {
    const text = line.text.slice(borders[index], borders[index + 1]).trim();
    if (text === '') continue;
    parts.push(parts.length === 0 ? { ...line, text } : cleanLine(text, line.number, true));
  }
  return parts;
}

function cutsAtCapitals(text: string): number[] {
  const cuts: number[] = [];
  if (!text.includes('ecommendation') && !/[A-Z]{10}/.test(text)) return cuts;
  for (const found of text.matchAll(CAPITALS)) {
    cuts.push(found.index);
    if (!found[0].endsWith(' ')) cuts.push(found.index + found[0].length);
  }
  for (const found of text.matchAll(RUN_IN)) cuts.push(found.index + found[0].length);
  return cuts.filter((cut) => cut > 0 && cut < text.length).sort((one, other) => one - other);
}

/** Cuts round the last heading of the line, where the narrative's own opening words follow it, or nothing does. */
function cutsAtTiers(text: string, register: CountryRegister): number[] {
  const heading = tierHeadings(text, register).at(-1);
  if (heading === undefined || heading.name === null) return [];
  const after = text.slice(heading.end);
  if (after !== '' && !NARRATIVE_OPENS.test(after) && !NOTE.test(after)) return [];
  return [heading.start, heading.end].filter((cut) => cut > 1 && cut < text.length);
}

function mark(line: SourceLine, register: CountryRegister): SourceLine[] {
  if (line.kind !== 'text') return [line];
  if (isSectionHeading(line.text)) return [as(line, 'section-heading')];
  const heading = recommendationsHeading(line.text);
  if (heading !== null) return withRest(line, heading.heading, heading.rest);
  const tier = tierHeadings(line.text, register)[0];
  return tier !== undefined && tier.start <= 1 && isAlone(line.text, tier.end) ? [as(line, 'tier-heading')] : [line];
}

function isAlone(text: string, end: number): boolean {
  const after = text.slice(end);
  return after.length < 12 || NOTE.test(after);
}

function withRest(line: SourceLine, heading: string, rest: string): SourceLine[] {
  const first = { ...as(line, 'recommendations-heading'), text: heading };
  if (rest.trim() === '') return [first];
  return [first, cleanLine(rest, line.number, true)];
}

function as(line: SourceLine, kind: LineKind): SourceLine {
  return { ...line, kind, marked: false };
}
