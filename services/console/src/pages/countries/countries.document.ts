import type { Connection, CountryProgress } from '../../graphql/answers.ts';
import { CountryRowFields } from '../../graphql/fragments/country.ts';

export const CountriesDocument = /* GraphQL */ `
  ${CountryRowFields}
  query Countries($at: AtInput, $minPosition: Position, $filter: CountryFilter, $sort: CountrySort!, $descending: Boolean!, $after: String) {
    all: countries(at: $at, minPosition: $minPosition, first: 1) {
      totals { countries openRecommendations withoutRecentEngagement }
    }
    overdue: commitments(at: $at, minPosition: $minPosition, first: 1, filter: { kinds: [PROMISE], overdue: true }) { totalCount }
    due: commitments(at: $at, minPosition: $minPosition, first: 1, filter: { kinds: [PROMISE], states: [OPEN], dueWithinDays: 30 }) { totalCount }
    countries(at: $at, minPosition: $minPosition, filter: $filter, sort: $sort, descending: $descending, first: 50, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...CountryRowFields }
    }
    status(minPosition: $minPosition) { heldSince position }
  }`;

export type CountryRow = Omit<
  CountryProgress,
  'recommendations' | 'attention' | 'rewordingsToReview' | 'heldSince' | 'tierHistory'
> & {
  readonly tierHistory: ReadonlyArray<Pick<CountryProgress['tierHistory'][number], 'reportYear' | 'value'>>;
  readonly recommendations: Omit<CountryProgress['recommendations'], 'byPillar'>;
};

export interface CountriesAnswer {
  readonly all: {
    readonly totals: {
      readonly countries: number;
      readonly openRecommendations: number;
      readonly withoutRecentEngagement: number;
    };
  };
  readonly overdue: { readonly totalCount: number };
  readonly due: { readonly totalCount: number };
  readonly countries: Connection<CountryRow>;
  readonly status: { readonly heldSince: string | null };
}
