import type { AnswerTo, QueryClient } from '@demarche/contracts';
import type { CountryEntry } from '@demarche/report-parser';
import { askViews } from '../http/ask-views.ts';

const PAGE = 200;

/** Every country on record with its name, so that a file about one that no register holds is understood. */
export const countriesOnRecord = async (queries: QueryClient): Promise<readonly CountryEntry[]> => {
  const countries: CountryEntry[] = [];
  let after: string | null = null;
  do {
    const { page } = (await askViews(queries, {
      query: 'portfolio',
      arguments: { first: PAGE, after },
    })) as AnswerTo<'portfolio'>;
    countries.push(...page.rows.map(({ node }) => ({ iso3: node.country, name: node.name })));
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  return countries;
};
