import { gatewayError } from '../http/gateway-error.ts';
import { type Connection, type PageArguments, readPage, toConnection } from './connection.ts';

/** A page of a list that is held whole. Its cursor is the key of the row, so that it holds its place when rows come or go before it. */
export const sliceConnection = <Node>(
  nodes: readonly Node[],
  keyOf: (node: Node) => string,
  page: PageArguments,
): Connection<Node> => {
  const { first, after } = readPage(page);
  const start = after === null ? 0 : placeAfter(nodes.map(keyOf), after);
  const rows = nodes.slice(start, start + first).map((node) => ({ cursor: cursorOf(keyOf(node)), node }));
  const hasNextPage = start + first < nodes.length;
  return toConnection({ rows, endCursor: rows.at(-1)?.cursor ?? null, hasNextPage, total: nodes.length }, page);
};

const cursorOf = (key: string): string => Buffer.from(key).toString('base64url');

const placeAfter = (keys: readonly string[], after: string): number => {
  const place = keys.findIndex((key) => cursorOf(key) === after);
  if (place < 0) throw gatewayError('bad-cursor', 'The list has changed since: begin again without after.');
  return place + 1;
};
