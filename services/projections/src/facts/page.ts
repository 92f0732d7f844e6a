import { QueryRefused } from '@demarche/contracts';
import { keptOne } from './kept.ts';
import type { Values, ViewReader } from './view-reader.ts';

export interface Page<Node> {
  readonly rows: readonly { readonly cursor: string; readonly node: Node }[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly total: number;
}

export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

export type SortKey = string | number;

/** A cursor is the sort key of a row, so it holds its place whatever comes or goes around it. `order` names the sort. */
export const toCursor = (order: string, key: readonly SortKey[]): string =>
  Buffer.from(JSON.stringify([order, ...key])).toString('base64url');

const refuse = (): never => {
  throw new QueryRefused('bad-cursor', 'The place in the list was not understood. Start again from the first page.');
};

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return refuse();
  }
};

/** @throws QueryRefused `bad-cursor` unless the cursor was made for the same order with keys of the same kinds. */
export const fromCursor = (
  order: string,
  kinds: readonly ('string' | 'number')[],
  cursor: string,
): readonly SortKey[] => {
  const key = parsed(cursor);
  if (!Array.isArray(key) || key.length !== kinds.length + 1 || key[0] !== order) return refuse();
  const values: unknown[] = key.slice(1);
  return values.every((value, index) => typeof value === kinds[index]) ? (values as SortKey[]) : refuse();
};

export interface ListQuery {
  /** Names the order, so that a cursor of another one is refused. */
  readonly order: string;
  /** `WITH` clauses, comma-separated; empty when there are none. */
  readonly using?: string;
  /** A SELECT that yields `id` and the sort columns `k0`, `k1`, ... */
  readonly rows: string;
  /** All sort columns descend together, or none does. */
  readonly descending?: boolean;
  readonly kinds: readonly ('string' | 'number')[];
  readonly values?: Values;
}

/** A row by what it is sorted by. */
export type KeyRow = { readonly id: string } & Readonly<Record<string, SortKey>>;

const keyOf = (row: KeyRow, kinds: readonly unknown[]): SortKey[] =>
  kinds.map((_, index) => row[`k${index}`] as SortKey);

const columnsOf = (kinds: readonly unknown[], prefix: string): string =>
  kinds.map((_, index) => `${prefix}${index}`).join(', ');

const withClause = (using: string): string => (using === '' ? '' : `WITH ${using}`);

/** The keys of the rows shown, and of one more where there is one. */
export const findKeys = (reader: ViewReader, list: ListQuery, { first, after }: PageRequest): readonly KeyRow[] => {
  const { order, using = '', rows, kinds, values = {}, descending = false } = list;
  const sort = kinds.map((_, index) => `k${index}${descending ? ' DESC' : ''}`).join(', ');
  const place = after === null ? [] : fromCursor(order, kinds, after);
  const bound = Object.fromEntries(place.map((value, index) => [`c${index}`, value]));
  const beyond =
    after === null ? '' : `WHERE (${columnsOf(kinds, 'k')}) ${descending ? '<' : '>'} (${columnsOf(kinds, ':c')})`;
  return reader.all<KeyRow>(`${withClause(using)} SELECT * FROM (${rows}) ${beyond} ORDER BY ${sort} LIMIT :limit`, {
    ...values,
    ...bound,
    limit: first + 1,
  });
};

/** A list is counted once while nothing is written, however many of its pages are turned. */
export const countAll = (reader: ViewReader, { using = '', rows, values = {} }: ListQuery): number =>
  keptOne(reader, 'totals', JSON.stringify([using, rows, values]), () => {
    const counted = reader.first<{ total: number }>(
      `${withClause(using)} SELECT count(*) AS total FROM (${rows})`,
      values,
    );
    return counted?.total ?? 0;
  });

/** A page of rows that were found by their keys, one more than are shown where there are more. */
export const pageOf = <Node>(
  { order, kinds }: Pick<ListQuery, 'order' | 'kinds'>,
  { found, first, total }: { readonly found: readonly KeyRow[]; readonly first: number; readonly total: number },
  load: (ids: readonly string[]) => readonly (Node | null)[],
): Page<Node> => {
  const shown = found.slice(0, first);
  const nodes = load(shown.map(({ id }) => id));
  const cursors = shown.map((row) => toCursor(order, keyOf(row, kinds)));
  return {
    rows: nodes.flatMap((node, index) => (node === null ? [] : [{ cursor: cursors[index] as string, node }])),
    endCursor: cursors.at(-1) ?? null,
    hasNextPage: found.length > first,
    total,
  };
};

/** One page of ids in order, then the nodes behind them: a constant number of statements, whatever the page holds. */
export const readPage = <Node>(
  reader: ViewReader,
  list: ListQuery,
  request: PageRequest,
  load: (ids: readonly string[]) => readonly (Node | null)[],
): Page<Node> =>
  pageOf(list, { found: findKeys(reader, list, request), first: request.first, total: countAll(reader, list) }, load);
