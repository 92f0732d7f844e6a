import type { CountryRegister } from '../country/country-register.ts';
import type { SourceLine } from '../source/source-line.ts';
import { tierHeadings } from '../tier/tier-heading.ts';
import { type Refusal, refusal } from './refusal.ts';

/** Enough of the file to judge; the faults of interleaving come every few lines. */
const REACH = 60_000;
const WORST_RATE = 1 / 1400;
const LEAST_FAULTS = 3;

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
  { words: /\b(?:does|do) not fully (?:meet|comply with)\b(?! the minimum standards)(?!$)/g, weight: 2 },
  { words: /\bfully (?:meets|complies with)\b(?! the minimum standards)(?!$)/g, weight: 2 },
  { words: /\bminimum standards for the elimination\b(?! of)(?!$)/g, weight: 2 },
  { words: /\bmaking significant efforts\b(?! to|[;,.]|$)/g, weight: 1 },
  { words: /\bTier 2 Watch\b(?! ?-?List)(?!$)/gi, weight: 1 },
  { words: /\b(?:compared|relative) (?:to|with) the previous\b(?! reporting| year|$)/g, weight: 1 },
];

/** Two columns of a printed page, taken line by line across: no order of reading can be trusted. */
export function interleavedColumns(lines: readonly SourceLine[], register: CountryRegister): Refusal | null {
  const gaps = lines.filter(({ wide }) => wide).length;
  if (gaps >= 6 && gaps > lines.length * 0.4) return columns(lines.find(({ wide }) => wide)?.number ?? null);
  const midway = lines.find((line) => headingInsideSentence(line.text, register));
  const text = lines
    .filter(({ kind }) => kind === 'text')
    .map((line) => line.text)
    .join(' ')
    .slice(0, REACH);
  const faults = countFaults(text) + (midway === undefined ? 0 : LEAST_FAULTS);
  if (faults < LEAST_FAULTS || faults < text.length * WORST_RATE) return null;
  return columns(midway?.number ?? faultyLine(lines));
}

function countFaults(text: string): number {
  let faults = 0;
  for (const { words, weight } of FAULTS) faults += weight * [...text.matchAll(words)].length;
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
