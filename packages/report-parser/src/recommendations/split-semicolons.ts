import { isTerminated } from '../source/sentences.ts';
import { cannotOpen, openerOf } from './sentence-opener.ts';

export type TextSpan = { offset: number; end: number };

/** Borders at semicolons (reports to 2018), except within brackets or quotation marks and before what opens no item. */
export function semicolonSpans(text: string): { spans: TextSpan[]; leftWhole: number } {
  const spans: TextSpan[] = [];
  const protectedUntil = bracketEnds(text);
  let start = 0;
  let leftWhole = 0;
  for (let at = text.indexOf(';'); at >= 0; at = text.indexOf(';', at + 1)) {
    if (isProtected(protectedUntil, at)) continue;
    const next = text
      .slice(at + 1, at + 320)
      .trimStart()
      .replace(/^and,? /, '');
    if (next !== '' && !isCutOff(text, at) && openerOf(next) !== 'imperative' && cannotOpen(next)) {
      leftWhole += 1;
      continue;
    }
    spans.push({ offset: start, end: at });
    start = at + 1;
  }
  spans.push({ offset: start, end: text.length });
  return { spans, leftWhole };
}

/** The text ends within the next words: a new item had begun, of which too little is left to tell. */
function isCutOff(text: string, at: number): boolean {
  return text.length - at < 24 && !/[.!?;]/.test(text.slice(at + 1));
}

type Span = { from: number; to: number };

const BRACKET_REACH = 300;

/** Pairs of brackets and of curly quotation marks, by a single pass; one that never closes protects nothing. */
function bracketEnds(text: string): Span[] {
  const pairs: Span[] = [];
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()“”]/g)) {
    if (sign === '(' || sign === '“') open.push(index);
    else close(open, index, pairs);
  }
  return [...pairs, ...cutBracket(text, open.at(-1))];
}

function close(open: number[], to: number, pairs: Span[]): void {
  const from = open.pop();
  if (from !== undefined && open.length === 0) pairs.push({ from, to });
}

/** A text that was cut off inside a bracket: what is left of it is inside, too. */
function cutBracket(text: string, from: number | undefined): Span[] {
  const inside = from !== undefined && text.length - from < BRACKET_REACH && !isTerminated(text);
  return inside ? [{ from, to: text.length }] : [];
}

function isProtected(pairs: readonly Span[], at: number): boolean {
  let low = 0;
  let high = pairs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const pair = pairs[middle];
    if (pair === undefined) return false;
    if (at < pair.from) high = middle - 1;
    else if (at > pair.to) low = middle + 1;
    else return true;
  }
  return false;
}
