import type { SourceLine } from './source-line.ts';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SPACES = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const HAS_ODD = /[\u00ad\u200b-\u200f\u2060\ufeff\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2}/;
const MARK = /^(?:[•▪●◦‣∙■□○·\uf0b7\u2043]\s*|\*\s+|o\s+(?=[A-Z])|[-–—]\s+(?=[A-Z“"]))/;

/** The one place where white space is folded and a list mark taken off. Words are never touched. */
export function cleanLine(raw: string, number: number, gap: boolean): SourceLine {
  const glued = raw.endsWith('\u00ad');
  const wide = / {4}/.test(raw.trim());
  const folded = HAS_ODD.test(raw) ? raw.replace(INVISIBLE, '').replace(SPACES, ' ').trim() : raw.trim();
  const mark = MARK.exec(folded);
  const text = mark === null ? folded : folded.slice(mark[0].length);
  return { number, text, marked: mark !== null && text !== '', gap, glued, wide, kind: 'text' };
}
