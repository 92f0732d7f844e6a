import { by, deciderSpec, ines, kaldara } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  reportCorrected,
  reportPublished,
  rewordedItems,
  rewordingReceived,
  rewordingReviewed,
} from '../../spec-kit/kaldara-stories.ts';
import { countryReportDecider } from '../country-report.decider.ts';
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

  it('knows the text it was corrected from: the file that was read wrongly may come again', () => {
    const corrected = reportCorrected({ recommendations: recommendations.slice(1) });
    story.given(reportPublished(), corrected).when(publish()).thenChangesNothing();
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
      .when(publish({ recommendations: rewordedItems }))
      .thenRecords(rewordingReceived());
    story
      .given(reportPublished(), rewordingReceived())
      .when(publish({ recommendations: rewordedItems }))
      .thenChangesNothing();
    story
      .given(reportPublished(), rewordingReceived(), rewordingReviewed('dismissed'))
      .when(publish({ recommendations: rewordedItems }))
      .thenChangesNothing();
  });
});
