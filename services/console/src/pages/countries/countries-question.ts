import { listOf } from '../../address/address.ts';
import type { PageQuestion } from '../page-question.ts';
import { CountriesDocument } from './countries.document.ts';

const SORTS = ['name', 'tier', 'open', 'last-engagement', 'next-due', 'implemented'] as const;

/** What the list of countries asks at an address. */
export const countriesQuestion = (search: URLSearchParams): PageQuestion => {
  const sort = SORTS.find((one) => one === search.get('sort')) ?? 'name';
  const list = (name: string) => (search.has(name) ? listOf(search, name) : undefined);
  const needs = search.get('needs') ?? undefined;
  return {
    document: CountriesDocument,
    variables: {
      filter: { tiers: list('tiers'), pillars: list('pillars'), name: search.get('name') ?? undefined, needs },
      sort,
      descending: search.get('order') === 'down',
      after: search.get('after'),
    },
  };
};
