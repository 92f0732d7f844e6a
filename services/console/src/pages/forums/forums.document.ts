export const InstrumentsDocument = /* GraphQL */ `
  query Instruments($at: AtInput, $minPosition: Position, $filter: InstrumentFilter, $after: String) {
    instruments(at: $at, minPosition: $minPosition, filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { instrumentId forum session documentSymbol title adoptedOn notUpToDateSince commitments(first: 1) { totalCount } }
    }
  }`;
