export const TierYearFields = /* GraphQL */ `
  fragment TierYearFields on TierInYear {
    reportId reportYear value movement consecutiveYears waiver occurredOn occurredOnBasis recordedAt
  }`;

export const TierPlacementFields = /* GraphQL */ `
  fragment TierPlacementFields on TierPlacement { value movement consecutiveYears waiver heading sentence }`;
