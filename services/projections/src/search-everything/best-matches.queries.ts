import type { ArgumentsOf, SearchEverything } from '@demarche/contracts';
import { filterOf } from '../facts/filter.ts';
import { keptOne } from '../facts/kept.ts';
import { inList } from '../facts/list-value.ts';
import type { KeyRow, ListQuery } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { toFtsQuery } from './fts-query.ts';

type Question = ArgumentsOf<typeof SearchEverything>;

export const ORDER = 'rank';
export const KINDS = ['number', 'number'] as const;

/** A hit in the title counts four times one in the text. */
const RANK = 'round(bm25(search_index, 4.0, 1.0), 6)';

/** A country found by several of its names counts once. */
const RANKED = `SELECT min(number) AS id, min(rank) AS k0, min(number) AS k1 FROM ranked GROUP BY kind, document_id`;

/** All that matches, for whoever turns the pages to the end. */
export const allMatches = (reader: ViewReader, { text, kinds }: Question): ListQuery => {
  const { where, values } = filterOf([[`d.kind ${inList('kinds')}`, 'kinds', kinds]]);
  const using = `ranked AS MATERIALIZED (
    SELECT d.number, d.kind, d.id AS document_id, ${RANK} AS rank
    FROM search_index JOIN search_document d ON d.number = search_index.rowid
    WHERE search_index MATCH :match AND ${reader.held('d')} AND ${where})`;
  return { order: ORDER, using, rows: RANKED, kinds: KINDS, values: { ...values, match: toFtsQuery(text) } };
};

/** The same without their ranks, for counting them. */
export const unrankedMatches = (reader: ViewReader, { text, kinds }: Question): ListQuery => {
  const { where, values } = filterOf([[`d.kind ${inList('kinds')}`, 'kinds', kinds]]);
  const rows = `SELECT DISTINCT d.kind, d.id FROM search_index JOIN search_document d ON d.number = search_index.rowid
    WHERE search_index MATCH :match AND ${reader.held('d')} AND ${where}`;
  return { order: ORDER, rows, kinds: KINDS, values: { ...values, match: toFtsQuery(text) } };
};

/** So many of the best matches are looked at before any of the rest: some pages more than anybody turns. */
const BEST = 500;

export interface Best {
  readonly hits: readonly KeyRow[];
  /** Whether these are all there are. */
  readonly whole: boolean;
}

/** The index alone ranks; a text is only looked up where it is among the best. */
const BEST_MATCHES = (held: string): string => `
  WITH best AS MATERIALIZED (
    SELECT rowid AS number, ${RANK} AS rank FROM search_index
    WHERE search_index MATCH :match ORDER BY rank, number LIMIT ${BEST}),
  ranked AS (
    SELECT d.number, d.kind, d.id AS document_id, best.rank
    FROM best CROSS JOIN search_document d ON d.number = best.number WHERE ${held})
  SELECT CAST(id AS TEXT) AS id, k0, k1, (SELECT count(*) FROM best) AS looked_at FROM (${RANKED}) ORDER BY k0, k1`;

/** The best are ranked once while nothing is written, however many of their pages are turned. */
export const bestMatches = (reader: ViewReader, question: Question): Best => {
  const { where, values } = filterOf([[`d.kind ${inList('kinds')}`, 'kinds', question.kinds]]);
  const match = toFtsQuery(question.text);
  return keptOne(reader, 'searches', JSON.stringify([match, question.kinds]), () => {
    const hits = reader.all<KeyRow & { readonly looked_at: number }>(BEST_MATCHES(`${reader.held('d')} AND ${where}`), {
      ...values,
      match,
    });
    return { hits, whole: hits.length > 0 && (hits[0]?.looked_at ?? 0) < BEST };
  });
};
