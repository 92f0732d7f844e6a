import type { SearchHit } from '@demarche/contracts';
import type { ViewReader } from '../facts/view-reader.ts';

/** What a reader typed, taken apart: words may be unfinished, a phrase is meant as it stands. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly phrase: boolean;
}

const WORD = /[\p{Letter}\p{Number}]+/gu;

/** Without case and accents, as the index keeps its words. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase();

const wordsOf = (text: string): readonly string[] => folded(text).match(WORD) ?? [];

export const searchTerms = (text: string): readonly SearchTerm[] =>
  [...text.matchAll(/"([^"]*)"?|[^\s"]+/gu)]
    .map(([whole, phrase]) => ({
      words: wordsOf(phrase ?? whole),
      phrase: phrase !== undefined && /".*"/su.test(whole),
    }))
    .filter(({ words }) => words.length > 0);

/** An empty phrase is found nowhere. */
const NOTHING = '""';

/**
 * The query in the language of FTS5. Only letters and digits come through, each word within quotation marks, so that no
 * input is ever taken for an operator.
 */
export const toFtsQuery = (text: string): string => {
  const terms = searchTerms(text).map(({ words, phrase }) => `"${words.join(' ')}"${phrase ? '' : '*'}`);
  return terms.length > 0 ? terms.join(' ') : NOTHING;
};

/** A subquery of the ids of one kind whose text matches `:match`. */
export const textMatch = (reader: ViewReader, kind: SearchHit['kind']): string =>
  `SELECT d.id FROM search_index JOIN search_document d ON d.number = search_index.rowid
   WHERE search_index MATCH :match AND d.kind = '${kind}' AND ${reader.held('d')}`;
