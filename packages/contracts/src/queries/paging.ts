import { z } from 'zod';

/** A page of a list. `after` is the `endCursor` of the page before; a cursor holds its place when rows come or go. */
export const Paging = {
  first: z.number().int().min(1).max(200).default(50),
  after: z.string().max(500).nullable().default(null),
};

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(z.object({ cursor: z.string(), node: row })),
    endCursor: z.string().nullable(),
    hasNextPage: z.boolean(),
    /** Rows that the filter matches in all. */
    total: z.number().int(),
  });
