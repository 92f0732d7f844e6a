import type {
  CommitmentId,
  CountryCode,
  EngagementId,
  InstrumentId,
  RecommendationReference,
  ReportId,
} from './identifiers.ts';

/** Keys that the world already has are composed and taken apart here, and nowhere else. */
export const reportIdOf = (country: CountryCode, reportYear: number): ReportId =>
  `${country}-${reportYear}` as ReportId;

export const reportOfRecommendation = (reference: RecommendationReference): ReportId =>
  reference.slice(0, 8) as ReportId;

export const countryOfRecommendation = (reference: RecommendationReference): CountryCode =>
  reference.slice(0, 3) as CountryCode;

export const referenceOf = (reportId: ReportId, ordinal: number): RecommendationReference =>
  `${reportId}-${String(ordinal).padStart(2, '0')}` as RecommendationReference;

export const promiseIdOf = (engagementId: EngagementId, ordinal: number): CommitmentId =>
  `${engagementId}-P${ordinal}` as CommitmentId;

export const forumCommitmentIdOf = (instrumentId: InstrumentId, ordinal: number): CommitmentId =>
  `${instrumentId}-C${String(ordinal).padStart(2, '0')}` as CommitmentId;

export type CommitmentOrigin =
  | { readonly kind: 'promise'; readonly engagementId: EngagementId }
  | { readonly kind: 'forum_commitment'; readonly instrumentId: InstrumentId };

/** Where a commitment was made: the engagement of a promise, or the instrument of a forum commitment. */
export const originOfCommitment = (commitmentId: CommitmentId): CommitmentOrigin => {
  const parent = commitmentId.slice(0, commitmentId.lastIndexOf('-'));
  return /^ENG-.{4}-.{4}$/.test(parent)
    ? { kind: 'promise', engagementId: parent as EngagementId }
    : { kind: 'forum_commitment', instrumentId: parent as InstrumentId };
};

/** `UNGA` and `A/RES/72/1` make `UNGA-A-RES-72-1`. */
export const instrumentIdOf = (forum: string, documentSymbol: string): InstrumentId =>
  `${forum}-${documentSymbol
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}` as InstrumentId;
