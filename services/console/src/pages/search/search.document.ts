export const SearchDocument = /* GraphQL */ `
  query Search($text: String!, $kinds: [SearchHitKind!], $at: AtInput, $minPosition: Position, $after: String) {
    search(text: $text, kinds: $kinds, at: $at, minPosition: $minPosition, first: 30, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { kind id: reference title excerpt { text hit } countries occurredOn }
    }
  }`;
