import { CommitmentRowFields } from '../../graphql/fragments/commitment.ts';

export const CommitmentsDocument = /* GraphQL */ `
  ${CommitmentRowFields}
  query Commitments($at: AtInput, $minPosition: Position, $filter: CommitmentFilter, $after: String) {
    commitments(at: $at, minPosition: $minPosition, filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { ...CommitmentRowFields }
    }
  }`;
