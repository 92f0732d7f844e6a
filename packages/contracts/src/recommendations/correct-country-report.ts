import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { eachOnce } from '../values/each-once.ts';
import { CountryCode, RecommendationReference, ReportId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { TierPlacement } from '../values/tier-placement.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { pillars, sectionStates } from '../vocabularies/index.ts';
import { OccurredOnBasis, PublishedRecommendation, ReportYear } from './publish-country-report.ts';

export const CorrectCountryReport = defineCommand({
  name: 'correct-country-report',
  service: 'recommendations',
  path: '/country-reports/:reportId/corrections',
  doc: 'Corrects what was recorded of a report. What is left out of the request stays as it is.',
  input: z.strictObject({
    reportId: ReportId,
    reason: Paragraph,
    publishedOn: IsoDate.optional(),
    tier: TierPlacement.optional(),
    section: vocabulary(sectionStates).optional(),
    /** The whole list as it should be. A known reference keeps its record; one that is left out is withdrawn; an item without a reference is added at the end. */
    recommendations: z
      .array(
        z.strictObject({
          reference: RecommendationReference.optional(),
          text: Paragraph,
          pillars: eachOnce(vocabulary(pillars)).max(4).default([]),
        }),
      )
      .max(99)
      .optional(),
  }),
  rejections: {
    'country-report-unknown': 'No report of that country and year is on record',
    'occurred-in-the-future': 'The day given lies in the future',
    'recommendation-unknown': 'A reference is not one of this report',
    'report-full': 'The list would need more places than a report has',
    'nothing-to-correct': 'The correction changes nothing',
  },
});
export type CorrectCountryReport = InputOf<typeof CorrectCountryReport>;

export const CountryReportCorrected = defineEvent({
  type: 'CountryReportCorrected',
  version: 1,
  owner: 'recommendations',
  stream: 'countryReport',
  doc: 'What was recorded of a report was wrong and is corrected; the data is the whole report as it should have been.',
  data: z.object({
    reportId: ReportId,
    country: CountryCode,
    reportYear: ReportYear,
    /** The day the report came out, as corrected. */
    occurredOn: IsoDate,
    occurredOnBasis: OccurredOnBasis,
    tier: TierPlacement.nullable(),
    section: vocabulary(sectionStates),
    recommendations: z.array(PublishedRecommendation),
    reason: Paragraph,
    correctedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type CountryReportCorrected = EventOf<typeof CountryReportCorrected>;
