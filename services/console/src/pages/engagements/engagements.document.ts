export const EngagementsDocument = /* GraphQL */ `
  query Engagements($at: AtInput, $minPosition: Position, $filter: EngagementFilter, $after: String) {
    engagements(at: $at, minPosition: $minPosition, filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes {
        engagementId occurredOn countries channel deliveryForm place post theirParticipants { name title body } summary marking notUpToDateSince
        raised { reference } promises { commitmentId }
      }
    }
  }`;
