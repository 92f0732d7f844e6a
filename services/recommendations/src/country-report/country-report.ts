import {
  type CountryCode,
  type CountryReportCorrected,
  type CountryReportPublished,
  type CountryReportRewordingReceived,
  type IsoDate,
  type PublishedRecommendation,
  type ReportId,
  type ReportText,
  type RewordingId,
  type RewordingReviewed,
  type SectionState,
  type StreamName,
  streamName,
  type TierPlacement,
} from '@demarche/contracts';

export type CountryReportEvent =
  | CountryReportPublished
  | CountryReportRewordingReceived
  | CountryReportCorrected
  | RewordingReviewed;

export type CountryReport = { readonly status: 'unpublished' } | PublishedReport;

export interface PublishedReport extends ReportContent {
  readonly status: 'published';
  readonly reportId: ReportId;
  readonly country: CountryCode;
  readonly reportYear: number;
  /** How many places were ever given; a place that was taken out is not given again. */
  readonly lastOrdinal: number;
  /** The text as it was first brought in; a correction does not make it new to us. */
  readonly firstText: ReportText;
  readonly rewordings: readonly ReceivedRewording[];
}

/** What a correction can change, as it holds now. */
export interface ReportContent {
  readonly occurredOn: IsoDate;
  readonly occurredOnBasis: 'stated' | 'statutory';
  readonly tier: TierPlacement | null;
  readonly section: SectionState;
  readonly recommendations: readonly PublishedRecommendation[];
}

export interface ReceivedRewording extends ReportText {
  readonly rewordingId: RewordingId;
  readonly recommendations: readonly PublishedRecommendation[];
  readonly review: 'open' | 'adopted' | 'dismissed';
}

export const unpublishedReport: CountryReport = { status: 'unpublished' };

export const countryReportStream = (reportId: ReportId): StreamName => streamName('countryReport', reportId);

export const evolveCountryReport = (state: CountryReport, event: CountryReportEvent): CountryReport => {
  if (event.type === 'CountryReportPublished') return published(event.data);
  if (state.status === 'unpublished') return state;
  switch (event.type) {
    case 'CountryReportCorrected':
      return { ...state, ...contentOf(event.data), lastOrdinal: Math.max(state.lastOrdinal, ...ordinals(event.data)) };
    case 'CountryReportRewordingReceived':
      return { ...state, rewordings: [...state.rewordings, received(event.data)] };
    case 'RewordingReviewed':
      return { ...state, rewordings: state.rewordings.map((rewording) => reviewed(rewording, event.data)) };
  }
};

const published = (data: CountryReportPublished['data']): PublishedReport => ({
  status: 'published',
  reportId: data.reportId,
  country: data.country,
  reportYear: data.reportYear,
  ...contentOf(data),
  lastOrdinal: Math.max(0, ...ordinals(data)),
  firstText: { tier: data.tier, section: data.section, recommendations: data.recommendations },
  rewordings: [],
});

/** The part of a report that a correction can change. */
export const contentOf = ({
  occurredOn,
  occurredOnBasis,
  tier,
  section,
  recommendations,
}: ReportContent): ReportContent => ({
  occurredOn,
  occurredOnBasis,
  tier,
  section,
  recommendations,
});

const ordinals = ({ recommendations }: Pick<ReportContent, 'recommendations'>): number[] =>
  recommendations.map(({ ordinal }) => ordinal);

const received = ({
  rewordingId,
  tier,
  section,
  recommendations,
}: CountryReportRewordingReceived['data']): ReceivedRewording => ({
  rewordingId,
  tier,
  section,
  recommendations,
  review: 'open',
});

const reviewed = (rewording: ReceivedRewording, review: RewordingReviewed['data']): ReceivedRewording =>
  rewording.rewordingId === review.rewordingId ? { ...rewording, review: review.decision } : rewording;
