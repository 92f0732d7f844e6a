import type { ArgumentsOf, SearchEverything, SearchHit } from '@demarche/contracts';
import { countryNames } from '../country-reports/country-report.queries.ts';
import { indexBy, inOrderOf } from '../facts/by-key.ts';
import { fromJson, listValue } from '../facts/list-value.ts';
import { countAll, findKeys, fromCursor, type KeyRow, type Page, pageOf } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { allMatches, type Best, bestMatches, KINDS, ORDER, unrankedMatches } from './best-matches.queries.ts';
import { excerptOf } from './excerpt.ts';
import { type SearchTerm, searchTerms } from './fts-query.ts';

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

type Question = ArgumentsOf<typeof SearchEverything>;

/** The rows of a page and one more, out of the best matches; undefined where the page reaches beyond them. */
const amongBest = ({ hits, whole }: Best, { first, after }: Question): readonly KeyRow[] | undefined => {
  const [rank, number] = after === null ? [-Infinity, 0] : (fromCursor(ORDER, KINDS, after) as [number, number]);
  const following = hits.filter(({ k0, k1 }) => Number(k0) > rank || (k0 === rank && Number(k1) > number));
  return whole || following.length > first ? following.slice(0, first + 1) : undefined;
};

/** What matches all words, the best first. */
export const searchEverything = (reader: ViewReader, question: Question): Page<SearchHit> => {
  const terms = searchTerms(question.text);
  const all = allMatches(reader, question);
  const best = bestMatches(reader, question);
  const found = amongBest(best, question) ?? findKeys(reader, all, question);
  const total = best.whole ? best.hits.length : countAll(reader, unrankedMatches(reader, question));
  return pageOf(all, { found, first: question.first, total }, (numbers) =>
    loadHits(reader, numbers.map(String), terms),
  );
};
