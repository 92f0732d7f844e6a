import {
  type Pillar,
  type PublishCountryReport,
  type ReportId,
  referenceOf,
  statutoryReleaseDay,
  type Tier,
} from '@demarche/contracts';
import type { Story, Tell } from './story.ts';
import { countryName, lead } from './story-persons.ts';

/** A recommendation of a report: its words, or its words with where they fall and under which number they were known. */
type Asked = string | { readonly text: string; readonly pillars?: readonly Pillar[]; readonly ordinal?: number };

interface ReportTold {
  readonly country: string;
  readonly year: number;
  readonly name?: string;
  readonly tier?: Tier | null;
  readonly on?: string;
  readonly asks?: readonly Asked[];
  /** What a person put right of the parser's reading. */
  readonly amendments?: PublishCountryReport['amendments'];
}

interface RewordingTold extends ReportTold {
  readonly number?: number;
}

export interface ReportStory {
  publishes(report: ReportTold): Story;
  /** The whole report as it should have been. */
  correctsReport(report: ReportTold): Story;
  receivesRewording(rewording: RewordingTold): Story;
  reviewsRewording(review: {
    readonly rewordingId: string;
    readonly decision: 'adopted' | 'dismissed';
    readonly on: string;
  }): Story;
}

const contentOf = ({ country, year, tier = 'tier-2', on, asks = [] }: ReportTold) => {
  const reportId = `${country}-${year}` as ReportId;
  return {
    reportId,
    country,
    reportYear: year,
    occurredOn: on ?? statutoryReleaseDay(year),
    tier: tier === null ? null : { value: tier },
    section: asks.length > 0 ? 'complete' : 'absent',
    recommendations: asks.map((asked, index) => {
      const { text, pillars = [], ordinal = index + 1 } = typeof asked === 'string' ? { text: asked } : asked;
      return { reference: referenceOf(reportId, ordinal), ordinal, text, pillars };
    }),
  };
};

const basisOf = ({ on }: ReportTold) => (on === undefined ? 'statutory' : 'stated');

export const reportStory = (tell: Tell, story: () => Story): ReportStory => ({
  publishes(report) {
    const content = contentOf(report);
    tell('CountryReportPublished', content.reportId, {
      ...content,
      countryName: report.name ?? countryName(report.country),
      occurredOnBasis: basisOf(report),
      source: {},
      amendments: report.amendments ?? [],
      publishedBy: lead,
    });
    return story();
  },
  correctsReport(report) {
    const content = contentOf(report);
    const correction = {
      ...content,
      occurredOnBasis: basisOf(report),
      reason: 'The list was read wrongly.',
      correctedBy: lead,
    };
    tell('CountryReportCorrected', content.reportId, correction);
    return story();
  },
  receivesRewording({ number = 1, ...report }) {
    const content = contentOf(report);
    const rewordingId = `${content.reportId}-W${number}`;
    tell('CountryReportRewordingReceived', content.reportId, {
      amendments: [],
      ...content,
      rewordingId,
      source: {},
      receivedBy: lead,
    });
    return story();
  },
  reviewsRewording({ rewordingId, decision, on }) {
    const reportId = rewordingId.slice(0, 8);
    const review = { reportId, country: reportId.slice(0, 3), rewordingId, occurredOn: on, decision };
    tell('RewordingReviewed', reportId, { ...review, reason: 'Compared with the printed report.', reviewedBy: lead });
    return story();
  },
});
