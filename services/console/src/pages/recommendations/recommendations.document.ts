import { RecommendationRowFields } from '../../graphql/fragments/recommendation.ts';

export const RecommendationsDocument = /* GraphQL */ `
  ${RecommendationRowFields}
  query Recommendations($at: AtInput, $minPosition: Position, $filter: RecommendationFilter, $sort: RecommendationSort!, $after: String) {
    recommendations(at: $at, minPosition: $minPosition, filter: $filter, sort: $sort, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { ...RecommendationRowFields }
    }
  }`;
