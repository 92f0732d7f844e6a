import { describe, expect, test } from 'vitest';
import { sliceConnection } from './slice-connection.ts';

const keys = ['a', 'b', 'c', 'd', 'e'];
const page = (first: number, after: string | null = null, held: readonly string[] = keys) =>
  sliceConnection(held, (key) => key, { first, after });
const nodesOf = ({ edges }: ReturnType<typeof page>) => edges.map(({ node }) => node);

describe('a list that is held whole', () => {
  test('is read page by page to its end', () => {
    const one = page(2);
    const two = page(2, one.pageInfo.endCursor);
    const three = page(2, two.pageInfo.endCursor);
    expect([one, two, three].map(nodesOf)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect([one, two, three].map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
    expect(one.totalCount).toBe(5);
  });

  test('holds its place when rows come before it', () => {
    const { endCursor } = page(2).pageInfo;
    expect(nodesOf(page(2, endCursor, ['_', ...keys]))).toEqual(['c', 'd']);
  });

  test('that is empty has a page without an end', () => {
    expect(page(2, null, [])).toMatchObject({
      edges: [],
      totalCount: 0,
      pageInfo: { endCursor: null, hasNextPage: false },
    });
  });

  test('says so when the row of the cursor is gone', () => {
    const { endCursor } = page(2).pageInfo;
    expect(() => page(2, endCursor, ['a', 'c'])).toThrow('begin again without after');
  });
});
