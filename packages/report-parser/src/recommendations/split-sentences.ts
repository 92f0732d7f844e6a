import { endsSentence } from '../source/sentences.ts';
import { cannotOpen, openerOf } from './sentence-opener.ts';
import type { TextSpan } from './split-semicolons.ts';

const STOP = /[.!?][”"’')\]]*(\s+)?(?=[“"(]?\p{Lu})/gu;

/**
 * Borders at full stops, for lists that a copy ran together ("terms.Finalize"). Where the space was lost the full stop
 * alone is a border; where there is a space, the next sentence must open as a recommendation does.
 */
export function sentenceSpans(text: string): { spans: TextSpan[]; unsure: number } {
  const spans: TextSpan[] = [];
  let start = 0;
  let unsure = 0;
  for (const stop of text.matchAll(STOP)) {
    const after = stop.index + stop[0].length;
    const next = text.slice(after, after + 320);
    if (!endsSentence(text, stop.index, after)) continue;
    const border = borderBefore(next, stop[1] === undefined);
    if (border === 'unsure') unsure += 1;
    if (border !== 'yes') continue;
    spans.push({ offset: start, end: after });
    start = after;
  }
  spans.push({ offset: start, end: text.length });
  return { spans, unsure };
}

function borderBefore(next: string, spaceLost: boolean): 'yes' | 'no' | 'unsure' {
  if (isCutWord(next)) return 'yes';
  const opener = openerOf(next);
  if (opener !== 'unknown') return opener === 'imperative' ? 'yes' : 'no';
  if (cannotOpen(next)) return 'no';
  return spaceLost ? 'yes' : 'unsure';
}

/** A single unfinished word at the end of the text: "abroad.Incr". */
function isCutWord(next: string): boolean {
  return next.length < 15 && !/[\s.]/.test(next);
}
