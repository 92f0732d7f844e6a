import { type RecommendationReference, referenceOf } from '@demarche/contracts';
import { by, deciderSpec, ines, recruitmentFees, report2026, shelters } from '@demarche/testing';
import { describe, it } from 'vitest';
import { reportCorrected, reportPublished } from '../../spec-kit/kaldara-stories.ts';
import { countryReportDecider } from '../country-report.decider.ts';
import type { CorrectCountryReportCommand } from './correct-country-report.ts';

const story = deciderSpec(countryReportDecider);
const { tier, recommendations } = reportPublished().data;

const correct = (changes: Partial<CorrectCountryReportCommand>): CorrectCountryReportCommand => ({
  name: 'correct-country-report',
  ...by(ines),
  reportId: report2026,
  reason: 'The file was read wrongly.',
  ...changes,
});

const shelter = { reference: shelters, ordinal: 2, text: 'Fund shelters outside the capital.', pillars: [] };
const added = (ordinal: number, text: string) => ({
  reference: referenceOf(report2026, ordinal),
  ordinal,
  text,
  pillars: [],
});

type Listed = NonNullable<CorrectCountryReportCommand['recommendations']>[number];

/** As a correction names it: without its place. */
const listed = ({ reference, text, pillars }: Listed): Listed =>
  reference ? { reference, text, pillars } : { text, pillars };

describe('correcting a country report', () => {
  it('records the whole report as it should have been, and leaves what was not named', () => {
    story
      .given(reportPublished())
      .when(correct({ tier: { ...tier, value: 'tier-3' } as NonNullable<typeof tier> }))
      .thenRecords(reportCorrected({ tier: { ...tier, value: 'tier-3' } as NonNullable<typeof tier> }));
    story
      .given(reportPublished())
      .when(correct({ section: 'cut' }))
      .thenRecords(reportCorrected({ section: 'cut' }));
  });

  it('takes the day of release as stated from then on', () => {
    story
      .given(reportPublished())
      .when(correct({ publishedOn: '2026-06-30' }))
      .thenRecords(reportCorrected({ occurredOn: '2026-06-30', occurredOnBasis: 'stated' }));
    story
      .given(reportPublished())
      .when(correct({ publishedOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /2026-11-22/);
  });

  it('keeps the reference of a recommendation whose words it mends', () => {
    story
      .given(reportPublished())
      .when(
        correct({
          recommendations: [
            { reference: shelters, text: 'Fund shelters.', pillars: [] },
            { reference: recruitmentFees, text: 'Forbid fees.', pillars: ['prosecution'] },
          ],
        }),
      )
      .thenRecords(
        reportCorrected({
          recommendations: [
            { ...shelter, text: 'Fund shelters.' },
            { reference: recruitmentFees, ordinal: 1, text: 'Forbid fees.', pillars: ['prosecution'] },
          ],
        }),
      );
  });

  it('gives a new recommendation the next place, and never one that was taken out', () => {
    const two = [shelter, added(3, 'Train inspectors.')];
    story
      .given(reportPublished())
      .when(correct({ recommendations: [shelter, { text: 'Train inspectors.', pillars: [] }].map(listed) }))
      .thenRecords(reportCorrected({ recommendations: two }));
    story
      .given(
        reportPublished(),
        reportCorrected({ recommendations: two }),
        reportCorrected({ recommendations: [shelter] }),
      )
      .when(correct({ recommendations: [shelter, { text: 'Count the cases.', pillars: [] }].map(listed) }))
      .thenRecords(reportCorrected({ recommendations: [shelter, added(4, 'Count the cases.')] }));
  });

  it('refuses a reference that is not of this report, or is named twice', () => {
    const stray = 'XKD-2025-01' as RecommendationReference;
    for (const references of [[stray], [shelters, shelters]])
      story
        .given(reportPublished())
        .when(correct({ recommendations: references.map((reference) => listed({ ...shelter, reference })) }))
        .thenRefuses('recommendation-unknown', new RegExp(references[0] as string));
  });

  it('takes no more than a report has places', () => {
    const ninetyNine = Array.from({ length: 99 }, (_, index) => added(index + 1, `Do thing ${index + 1}.`));
    story
      .given(reportPublished({ recommendations: ninetyNine }))
      .when(correct({ recommendations: [listed({ text: 'One more thing.', pillars: [] })] }))
      .thenRefuses('report-full', /99 places.*need 100/);
  });

  it('changes something, in a report that is on record', () => {
    story
      .given(reportPublished())
      .when(correct({ recommendations: recommendations.map(listed) }))
      .thenRefuses('nothing-to-correct');
    story
      .given()
      .when(correct({ section: 'cut' }))
      .thenRefuses('country-report-unknown', /XKD-2026/);
  });
});
