import type { CountryRegister } from '../country/country-register.ts';
import type { Notice } from '../parsed-narrative.ts';
import { cannotOpen, openerOf } from '../recommendations/sentence-opener.ts';
import type { SourceLine } from '../source/source-line.ts';
import { tierHeadings } from '../tier/tier-heading.ts';
import { type Refusal, refusal } from './refusal.ts';

/** Enough of the file to judge; the faults of interleaving come every few lines. */
const REACH = 8000;
const LEAST_FAULTS = 2;
/** A whole narrative has some twenty thousand letters; in a text so long a slip or two of the copy prove nothing. */
const WORST_RATE = 1 / 4000;
/** What ends within the last letters of the text may have been cut off there. */
const TAIL = 40;

type Fault = { words: RegExp; weight: number };

/** Sequences of words that running English does not have, and fixed phrases of the report that lost their end. */
const FAULTS: readonly Fault[] = [
  {
    words:
      /\b(?:the|a|an|of|to|and|in|for|with|by|on|their|its|from|or|that) (?:The|This|These|However|Although|It|In|During) (?=[a-z])/g,
    weight: 1,
  },
  {
    words:
      /\b(?:the|a|an|their|its) (?:the|a|an|of|to|and|in|for|with|by|on|is|was|were|has|that|from|their|its|which)\b(?!-)/g,
    weight: 1,
  },
  { words: /\b(?:of|to|from|by) (?:of|is|was|were|has|had|by|for)\b(?!-)/g, weight: 1 },
  { words: /(?<=[a-z]{3}|Tier \d)(?<!\b(?:approx|incl|para))\. (?=[a-z]{3})/g, weight: 1 },
  {
    words:
      /(?<=\b[a-z]{2,}[,;]? )(?:The (?:government|Government of)|However, the|These (?:efforts|achievements) included|Although the)\b/g,
    weight: 1,
  },
  { words: /\b(?:does|do) not fully (?:meet|comply with)\b(?! the minimum standards)/g, weight: 2 },
  { words: /\bfully (?:meets|complies with)\b(?! the minimum standards)/g, weight: 2 },
  { words: /\bminimum standards for the elimination\b(?! of)/g, weight: 2 },
  { words: /\bminimum standards for (?!the elimination)/g, weight: 1 },
  {
    words: /\b(?:did|does|do|will|would|could|may|must) not (?:and|or|of|the|a|an|to|in|for|with|by)\b(?!-)/g,
    weight: 1,
  },
  { words: /\befforts to (?:what|the|a|an|their|these|and|for|it|in|of|with|on|at)\b(?!-)/g, weight: 1 },
  { words: /\bmaking significant efforts\b(?! to|[;,.])/g, weight: 1 },
  { words: /\bTier 2 Watch\b(?! ?-?List)/gi, weight: 1 },
  { words: /\b(?:compared|relative) (?:to|with) the previous\b(?! reporting| year)/g, weight: 1 },
  { words: /\bprevious reporting\b(?! period| year|,)/g, weight: 1 },
  { words: /\b(?:in accordance)\b(?! with)|\bin lieu\b(?! of)|\bregardless\b(?! of|[,.;])/g, weight: 1 },
  { words: /\bsignificant prison\b(?! terms?| sentences?| time)/g, weight: 1 },
  { words: /\bconsecutive\b(?! years?| terms?| sentences?| reporting| months?| days?| waivers?)/g, weight: 1 },
];
/** What an account of a government's deeds says, and an item of advice to it never does. */
const NOT_ADVICE =
  /\S (?:The government|However, |Therefore )|\btherefore,? [A-Z]|\bduring the reporting period\b|\bminimum standards\b|\b(?:did not|continued to|failed to) (?:report|convict|identify|prosecute|investigate)\b|\bprescribes? (?:a |penalties)|\bis a (?:source|destination|transit)\b|\b(?:was|were) (?:up|down)graded\b|\bremained on Tier\b/;

/** An item parted by semicolons, as its small first letter shows, that has a sentence's end inside it. */
const SENTENCE_IN_CLAUSE = /^[a-z].*[a-z]{3}\. [A-Z][a-z]/;

export type ReadingOrder = { refused: Refusal | null; warnings: Notice[] };

/** Two columns of a printed page, taken line by line across: no order of reading can be trusted. */
export function readingOrder(
  lines: readonly SourceLine[],
  { items, firstLine }: { items: readonly string[]; firstLine: number },
  register: CountryRegister,
): ReadingOrder {
  if (hasGaps(lines)) return { refused: columns(lines.find(({ wide }) => wide)?.number ?? null), warnings: [] };
  const midway = lines.find((line) => headingInsideSentence(line.text, register));
  const text = runningText(lines, firstLine);
  const faults = countFaults(text) + countFaultyItems(items) + (midway === undefined ? 0 : LEAST_FAULTS);
  return faults === 0 ? IN_ORDER : judge(faults, text.length, midway?.number ?? faultyLine(lines));
}

const IN_ORDER: ReadingOrder = { refused: null, warnings: [] };

function judge(faults: number, length: number, line: number | null): ReadingOrder {
  if (faults < Math.max(LEAST_FAULTS, length * WORST_RATE)) return { refused: null, warnings: [outOfOrder(line)] };
  return { refused: columns(line), warnings: [] };
}

function outOfOrder(line: number | null): Notice {
  const message =
    'Some words seem out of order, as if those of another column had come between. Please compare the text with the page.';
  return { code: 'words-out-of-order', message, line };
}

/** Items that say what advice never says, or begin as none can: what stood before them is in another column. */
function countFaultyItems(items: readonly string[]): number {
  const told = items.filter((item) => NOT_ADVICE.test(item) || SENTENCE_IN_CLAUSE.test(item));
  const headless = items.filter((item) => openerOf(item) !== 'imperative' && cannotOpen(item));
  return told.length + headless.length;
}

/** Columns kept apart by wide gaps, as a PDF's layout is copied. */
function hasGaps(lines: readonly SourceLine[]): boolean {
  const gaps = lines.filter(({ wide }) => wide).length;
  return gaps >= 6 && gaps > lines.length * 0.4;
}

function runningText(lines: readonly SourceLine[], firstLine: number): string {
  const texts: string[] = [];
  let length = 0;
  for (const { kind, text, number } of lines) {
    if (number < firstLine || kind !== 'text') continue;
    texts.push(text);
    length += text.length + 1;
    if (length > REACH) break;
  }
  return texts.join(' ').slice(0, REACH);
}

function countFaults(text: string): number {
  let faults = 0;
  for (const { words, weight } of FAULTS) {
    for (const { 0: found, index } of text.matchAll(words)) {
      if (index + found.length < text.length - TAIL) faults += weight;
    }
  }
  return faults;
}

function faultyLine(lines: readonly SourceLine[]): number | null {
  return lines.find((line) => FAULTS.some(({ words }) => line.text.search(words) >= 0))?.number ?? null;
}

/** "...; AFGHANISTAN: TIER 2 dedicate ...": a heading in the midst of a sentence that goes on behind it. */
function headingInsideSentence(text: string, register: CountryRegister): boolean {
  return tierHeadings(text, register).some(
    ({ start, end, name }) =>
      name !== null && /[a-z][;,]? $/.test(text.slice(0, start)) && /^ [a-z]/.test(text.slice(end)),
  );
}

function columns(line: number | null): Refusal {
  const message =
    'The lines of two columns are mixed with each other, as happens when text is copied from the printed (PDF) report. Its sentences cannot be put together again. Save the page of this country from the web instead.';
  return refusal('interleaved-columns', message, line);
}
