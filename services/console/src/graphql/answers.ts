/** What the views answer, as the contracts define it; only types, so that nothing of the schemas reaches the browser. */
export type {
  Commitment,
  CountryProgress,
  CountryReport,
  Engagement,
  Evidence,
  FollowUp,
  Instrument,
  Recommendation,
  Rewording,
  SearchHit,
  StatusCounts,
  TierInYear,
  TimelineEntry,
  Wording,
} from '@demarche/contracts';

/** A page of a list, as the gateway connects it. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}
