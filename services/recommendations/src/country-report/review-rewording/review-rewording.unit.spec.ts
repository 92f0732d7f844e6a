import {
  type CountryReportCorrected,
  type PublishedRecommendation,
  type RecommendationReference,
  referenceOf,
} from '@demarche/contracts';
import { by, deciderSpec, ines, report2026 } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  firstRewording,
  reportCorrected,
  reportPublished,
  rewordedItems,
  rewordingReceived,
  rewordingReviewed,
} from '../../spec-kit/kaldara-stories.ts';
import { countryReportDecider } from '../country-report.decider.ts';
import type { ReviewRewordingCommand } from './review-rewording.ts';

const story = deciderSpec(countryReportDecider);
const { recommendations } = reportPublished().data;
const third = 'XKD-2026-03' as RecommendationReference;

const review = (decision: 'adopted' | 'dismissed'): ReviewRewordingCommand => ({
  name: 'review-rewording',
  ...by(ines),
  reportId: report2026,
  rewordingId: firstRewording,
  decision,
  reason: 'Checked against the printed report.',
});

const corrected = (
  items: readonly PublishedRecommendation[],
  changes: Partial<CountryReportCorrected['data']> = {},
): CountryReportCorrected =>
  reportCorrected({ recommendations: [...items], reason: 'Checked against the printed report.', ...changes });

describe('reviewing a differing text', () => {
  it('takes it over as a correction, or leaves the report as it is', () => {
    const items = recommendations.map((item, index) => ({ ...item, text: rewordedItems[index]?.text ?? '' }));
    story
      .given(reportPublished(), rewordingReceived())
      .when(review('adopted'))
      .thenRecords(rewordingReviewed('adopted'), corrected(items));
    story
      .given(reportPublished(), rewordingReceived())
      .when(review('dismissed'))
      .thenRecords(rewordingReviewed('dismissed'));
  });

  it('is done once, for a text that was received', () => {
    story
      .given(reportPublished(), rewordingReceived(), rewordingReviewed('dismissed'))
      .when(review('adopted'))
      .thenRefuses('rewording-already-reviewed');
    story.given(reportPublished()).when(review('adopted')).thenRefuses('rewording-unknown');
    story.given().when(review('adopted')).thenRefuses('country-report-unknown');
  });

  it('goes by the place in the list, and gives no reference twice', () => {
    const [fees, home] = recommendations as [PublishedRecommendation, PublishedRecommendation];
    const inspectors = { reference: third, ordinal: 3, text: 'Train inspectors.', pillars: [] };
    const feesTakenOut = corrected([home, inspectors]);
    const told = (section: 'complete' | 'cut', ...words: readonly string[]) =>
      rewordingReceived({ section, recommendations: words.map((text) => ({ ...fees, text, pillars: [] })) });

    story
      .given(reportPublished(), feesTakenOut, told('complete', 'Fund homes.', 'Train them.', 'Count the cases.'))
      .when(review('adopted'))
      .thenRecords(
        rewordingReviewed('adopted'),
        corrected([
          { ...home, text: 'Fund homes.' },
          { ...inspectors, text: 'Train them.' },
          { reference: 'XKD-2026-04' as RecommendationReference, ordinal: 4, text: 'Count the cases.', pillars: [] },
        ]),
      );
    story
      .given(reportPublished(), feesTakenOut, told('cut', 'Fund homes.'))
      .when(review('adopted'))
      .thenRecords(
        rewordingReviewed('adopted'),
        corrected([{ ...home, text: 'Fund homes.' }, inspectors], { section: 'cut' }),
      );
  });

  it('takes no more than a report has places', () => {
    const full = Array.from({ length: 99 }, (_, index) => ({
      reference: referenceOf(report2026, index + 1),
      ordinal: index + 1,
      text: `Do what stands at place ${index + 1}.`,
      pillars: [],
    }));
    story
      .given(
        reportPublished({ recommendations: full }),
        corrected(full.slice(1)),
        rewordingReceived({ recommendations: full }),
      )
      .when(review('adopted'))
      .thenRefuses('report-full');
  });
});
