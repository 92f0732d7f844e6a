import type { ArgumentsOf, SearchEverything, SearchHit } from '@demarche/contracts';
import { countryNames } from '../country-reports/country-report.queries.ts';
import { indexBy, inOrderOf } from '../facts/by-key.ts';
import { filterOf } from '../facts/filter.ts';
import { fromJson, inList, listValue } from '../facts/list-value.ts';
import { type Page, readPage } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { excerptOf } from './excerpt.ts';
import { type SearchTerm, searchTerms, toFtsQuery } from './fts-query.ts';

interface DocumentRow {
  readonly number: number;
  readonly kind: SearchHit['kind'];
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly countries: string;
  readonly occurred_on: string;
}

const hitOf = (row: DocumentRow, terms: readonly SearchTerm[], nameOf: (country: string) => string): SearchHit => ({
  kind: row.kind,
  id: row.id,
  title: row.kind === 'country' ? nameOf(row.id) : row.title,
  excerpt: [...excerptOf(row.kind === 'country' ? row.title : row.body, terms)],
  countries: fromJson(row.countries),
  occurredOn: row.kind === 'country' ? null : row.occurred_on,
});

const loadHits = (
  reader: ViewReader,
  numbers: readonly string[],
  terms: readonly SearchTerm[],
): (SearchHit | null)[] => {
  const rows = reader.all<DocumentRow>(
    `SELECT d.* FROM json_each(:numbers) w CROSS JOIN search_document d ON d.number = CAST(w.value AS INTEGER)`,
    { numbers: listValue(numbers) },
  );
  const countries = rows.filter(({ kind }) => kind === 'country').map(({ id }) => id);
  const nameOf = countryNames(reader, countries);
  const byNumber = indexBy(rows, ({ number }) => String(number));
  return inOrderOf(numbers, byNumber).map((row) => row && hitOf(row, terms, nameOf));
};

/** A hit in the title counts four times one in the text. A country found by several of its names counts once. */
const RANKED = `SELECT min(number) AS id, min(rank) AS k0, min(number) AS k1 FROM ranked GROUP BY kind, document_id`;

export const searchEverything = (
  reader: ViewReader,
  { text, kinds, first, after }: ArgumentsOf<typeof SearchEverything>,
): Page<SearchHit> => {
  const terms = searchTerms(text);
  const { where, values } = filterOf([[`d.kind ${inList('kinds')}`, 'kinds', kinds]]);
  const using = `ranked AS MATERIALIZED (
    SELECT d.number, d.kind, d.id AS document_id, round(bm25(search_index, 4.0, 1.0), 6) AS rank
    FROM search_index JOIN search_document d ON d.number = search_index.rowid
    WHERE search_index MATCH :match AND ${reader.held('d')} AND ${where})`;
  return readPage(
    reader,
    { order: 'rank', using, rows: RANKED, kinds: ['number', 'number'], values: { ...values, match: toFtsQuery(text) } },
    { first, after },
    (numbers) => loadHits(reader, numbers.map(String), terms),
  );
};
