import { readAddress } from '../address/address.ts';
import { matchPath } from '../address/match-path.ts';
import { atOf } from '../address/point-in-time.ts';
import { countriesQuestion } from './countries/countries-question.ts';
import { countryQuestion } from './country/country-question.ts';
import type { PageQuestion } from './page-question.ts';

/** The pages that are opened first, from a bookmark or a link in a mail. */
const PAGES: ReadonlyArray<
  readonly [string, (found: Readonly<Record<string, string>>, search: URLSearchParams) => PageQuestion]
> = [
  ['/', (_, search) => countriesQuestion(search)],
  ['/countries', (_, search) => countriesQuestion(search)],
  ['/countries/:code', ({ code = '' }, search) => countryQuestion(code, search)],
];

/** What the page at an address will ask first, at the point in time of the address; nothing where it is not worth it. */
export const firstQuestion = (location: {
  readonly pathname: string;
  readonly search: string;
}): PageQuestion | undefined => {
  const { path, search, point } = readAddress(location);
  for (const [pattern, questionIn] of PAGES) {
    const found = matchPath(pattern, path);
    if (!found) continue;
    const { document, variables } = questionIn(found, search);
    return { document, variables: { ...variables, at: atOf(point) } };
  }
  return undefined;
};
