import { CountriesDocument, CountryDocument, RecommendationsDocument } from '@demarche/console/documents';

interface Question {
  readonly query: string;
  readonly variables: object;
}

/** What the console asks for its lists, as it asks it. */
export const lists = {
  countryPage: (code: string): Question => ({ query: CountryDocument, variables: { code } }),
  portfolio: (): Question => ({ query: CountriesDocument, variables: { sort: 'NAME', descending: false } }),
  recommendations: (): Question => ({ query: RecommendationsDocument, variables: { sort: 'NEWEST' } }),
};
