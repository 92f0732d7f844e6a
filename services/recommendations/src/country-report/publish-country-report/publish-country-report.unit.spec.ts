import type {
  CountryReportCorrected,
  CountryReportRewordingReceived,
  RewordingId,
  RewordingReviewed,
} from '@demarche/contracts';
import { deciderSpec } from '@demarche/testing';
import { describe, it } from 'vitest';
import { by, ines, kaldara, recruitmentFees, report2026, reportPublished, shelters } from '../../kaldara-stories.ts';
import { countryReportDecider } from '../country-report.decider.ts';
import type { ReviewRewordingCommand } from '../review-rewording/review-rewording.ts';
import type { PublishCountryReportCommand } from './publish-country-report.ts';

const story = deciderSpec(countryReportDecider);
const { tier, recommendations, source } = reportPublished().data;
const texts = recommendations.map(({ text, pillars }) => ({ text, pillars }));

const publish = (changes: Partial<PublishCountryReportCommand> = {}): PublishCountryReportCommand => ({
  name: 'publish-country-report',
  ...by(ines),
  country: kaldara,
  countryName: 'Kaldara',
  reportYear: 2026,
  tier,
  section: 'complete',
  recommendations: texts,
  source,
  amendments: [],
  ...changes,
});

const reworded = [
  { text: 'Enact and enforce a law that forbids charging recruitment fees.', pillars: [] },
  ...texts.slice(1),
];

const received = (changes: Partial<CountryReportRewordingReceived['data']> = {}): CountryReportRewordingReceived => ({
  type: 'CountryReportRewordingReceived',
  data: {
    reportId: report2026,
    country: kaldara,
    reportYear: 2026,
    rewordingId: 'XKD-2026-W1' as RewordingId,
    occurredOn: '2026-11-21',
    tier,
    section: 'complete',
    recommendations: reworded.map((item, index) => ({
      ...item,
      ordinal: index + 1,
      reference: index ? shelters : recruitmentFees,
    })),
    source,
    receivedBy: ines,
    ...changes,
  },
});

const review = (decision: 'adopted' | 'dismissed'): ReviewRewordingCommand => ({
  name: 'review-rewording',
  ...by(ines),
  reportId: report2026,
  rewordingId: 'XKD-2026-W1' as RewordingId,
  decision,
  reason: 'Checked against the printed report.',
});

const reviewed = (decision: 'adopted' | 'dismissed'): RewordingReviewed => ({
  type: 'RewordingReviewed',
  data: {
    reportId: report2026,
    country: kaldara,
    rewordingId: 'XKD-2026-W1' as RewordingId,
    occurredOn: '2026-11-21',
    decision,
    reason: 'Checked against the printed report.',
    reviewedBy: ines,
  },
});

describe('publishing a country report', () => {
  it('gives each recommendation its reference by its place, and assumes the statutory day', () => {
    story.given().when(publish()).thenRecords(reportPublished());
  });

  it('keeps the day of release where it is given', () => {
    story
      .given()
      .when(publish({ publishedOn: '2026-09-29' }))
      .thenRecords(reportPublished({ occurredOn: '2026-09-29', occurredOnBasis: 'stated' }));
  });

  it('refuses what cannot have been published', () => {
    story
      .given()
      .when(publish({ publishedOn: '2026-12-01' }))
      .thenRefuses('occurred-in-the-future');
    story
      .given()
      .when(publish({ reportYear: 2027 }))
      .thenRefuses('report-not-yet-due', /2027-06-30/);
    story
      .given()
      .when(publish({ tier: null, recommendations: [] }))
      .thenRefuses('nothing-to-publish');
  });
});

describe('receiving a report again', () => {
  it('changes nothing when it says the same, whatever the white space', () => {
    story.given(reportPublished()).when(publish()).thenChangesNothing();
    const spaced = texts.map((item) => ({ ...item, text: item.text.replace(' ', '\n  ') }));
    story
      .given(reportPublished())
      .when(publish({ recommendations: spaced }))
      .thenChangesNothing();
  });

  it('takes the silence of a cut or partial source for no contradiction', () => {
    story
      .given(reportPublished())
      .when(publish({ section: 'cut', recommendations: texts.slice(0, 1) }))
      .thenChangesNothing();
    story
      .given(reportPublished())
      .when(publish({ section: 'absent', recommendations: [] }))
      .thenChangesNothing();
    story
      .given(reportPublished())
      .when(publish({ tier: null }))
      .thenChangesNothing();
  });

  it('keeps a differing text for review, once', () => {
    story
      .given(reportPublished())
      .when(publish({ recommendations: reworded }))
      .thenRecords(received());
    story
      .given(reportPublished(), received())
      .when(publish({ recommendations: reworded }))
      .thenChangesNothing();
    story
      .given(reportPublished(), received(), reviewed('dismissed'))
      .when(publish({ recommendations: reworded }))
      .thenChangesNothing();
  });
});

describe('reviewing a differing text', () => {
  it('takes it over as a correction, or leaves the report as it is', () => {
    const corrected: CountryReportCorrected = {
      type: 'CountryReportCorrected',
      data: {
        reportId: report2026,
        country: kaldara,
        reportYear: 2026,
        occurredOn: '2026-06-30',
        occurredOnBasis: 'statutory',
        tier,
        section: 'complete',
        recommendations: recommendations.map((item, index) => ({ ...item, text: reworded[index]?.text ?? '' })),
        reason: 'Checked against the printed report.',
        correctedBy: ines,
      },
    };
    story.given(reportPublished(), received()).when(review('adopted')).thenRecords(reviewed('adopted'), corrected);
    story.given(reportPublished(), received()).when(review('dismissed')).thenRecords(reviewed('dismissed'));
  });

  it('is done once, for a text that was received', () => {
    story
      .given(reportPublished(), received(), reviewed('dismissed'))
      .when(review('adopted'))
      .thenRefuses('rewording-already-reviewed');
    story.given(reportPublished()).when(review('adopted')).thenRefuses('rewording-unknown');
    story.given().when(review('adopted')).thenRefuses('country-report-unknown');
  });
});
