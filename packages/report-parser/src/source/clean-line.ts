import { openerOf } from '../recommendations/sentence-opener.ts';
import type { SourceLine } from './source-line.ts';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SPACES = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const HAS_ODD = /[\u00ad\u200b-\u200f\u2060\ufeff\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2}/;
const MARK = /^(?:[•▪●◦‣∙■□○·►▶➢➤\uf0b7\uf0a7\u2043]\s*|\*\s+|o\s+(?=[A-Z])|[-–—]\s+(?=[A-Z“"]))/;

const NUMBER = /^\(?\d{1,2}[.)]\s+(?=[A-Z])/;

/** The one place where white space is folded and a list mark taken off. Words are never touched. */
export function cleanLine(raw: string, number: number, gap: boolean): SourceLine {
  const glued = raw.endsWith('\u00ad');
  const wide = / {4}/.test(raw.trim());
  const folded = plain(HAS_ODD.test(raw) ? raw.replace(INVISIBLE, '').replace(SPACES, ' ').trim() : raw.trim());
  const mark = markLength(folded);
  const text = folded.slice(mark);
  return { number, text, marked: mark > 0 && text !== '', gap, glued, wide, kind: 'text' };
}

const HEADING_SIGNS = /^#{1,6} (?!source:)/;

/** Copies in Markdown mark headings and bold words with signs that are not the report's. */
function plain(text: string): string {
  const bare = text.includes('**') ? text.replaceAll('**', '').trim() : text;
  return bare.startsWith('#') ? bare.replace(HEADING_SIGNS, '') : bare;
}

/** A number is a list mark only before what opens as a recommendation: "15. The law" is none. */
function markLength(text: string): number {
  const mark = MARK.exec(text);
  if (mark !== null) return mark[0].length;
  const numbered = NUMBER.exec(text);
  return numbered !== null && openerOf(text.slice(numbered[0].length)) === 'imperative' ? numbered[0].length : 0;
}
