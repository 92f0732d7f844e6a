import type { SearchHit } from '@demarche/contracts';
import { folded, type SearchTerm } from './fts-query.ts';

type Run = SearchHit['excerpt'][number];

const WORD = /[\p{Letter}\p{Mark}\p{Number}]+/gu;
const BEFORE = 80;
const LENGTH = 240;

const isHit = (word: string, terms: readonly SearchTerm[]): boolean =>
  terms.some(({ words, phrase }) =>
    words.some((wanted, index) => (phrase || index < words.length - 1 ? word === wanted : word.startsWith(wanted))),
  );

/** The part of a long text that is shown: around the first hit, cut between words. */
const windowAround = (text: string, hit: number): readonly [start: number, end: number] => {
  if (text.length <= LENGTH) return [0, text.length];
  const from = Math.max(0, Math.min(hit - BEFORE, text.length - LENGTH));
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1 || from;
  const limit = Math.min(text.length, start + LENGTH);
  const space = text.lastIndexOf(' ', limit);
  return [start, limit === text.length || space <= start ? limit : space];
};

/** The words around the first hit as runs of plain text; what matched is marked, never marked up. */
export const excerptOf = (body: string, terms: readonly SearchTerm[]): readonly Run[] => {
  const text = body.replace(/\s+/gu, ' ');
  const hits = [...text.matchAll(WORD)].filter(([word]) => isHit(folded(word), terms));
  const [start, end] = windowAround(text, hits[0]?.index ?? 0);
  const runs: Run[] = [];
  let place = start;
  for (const { 0: word, index } of hits) {
    if (index < start || index + word.length > end) continue;
    if (index > place) runs.push({ text: text.slice(place, index), hit: false });
    runs.push({ text: word, hit: true });
    place = index + word.length;
  }
  if (place < end) runs.push({ text: text.slice(place, end), hit: false });
  return withEllipses(runs, start > 0, end < text.length);
};

const withEllipses = (runs: readonly Run[], before: boolean, after: boolean): readonly Run[] => [
  ...(before ? [{ text: '… ', hit: false }] : []),
  ...runs,
  ...(after ? [{ text: ' …', hit: false }] : []),
];
