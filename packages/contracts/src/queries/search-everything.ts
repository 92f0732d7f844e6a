import { z } from 'zod';
import { CountryCode } from '../values/identifiers.ts';
import { IsoDate } from '../values/time.ts';
import { defineQuery } from './define-query.ts';
import { Paging, pageOf } from './paging.ts';

export const SearchHit = z.object({
  kind: z.enum(['country', 'recommendation', 'engagement', 'promise', 'forum_commitment', 'concrete_action']),
  /** The reference of what was found. */
  id: z.string(),
  title: z.string(),
  /** The words around the hit, as runs of plain text; `hit` marks what matched. */
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  countries: z.array(CountryCode),
  occurredOn: IsoDate.nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchEverything = defineQuery({
  name: 'search-everything',
  doc: 'Full-text search, best hits first. Words may be unfinished; quotation marks hold a phrase together.',
  arguments: z.strictObject({
    text: z.string().trim().min(1).max(200),
    kinds: z.array(SearchHit.shape.kind).optional(),
    ...Paging,
  }),
  result: pageOf(SearchHit),
});
