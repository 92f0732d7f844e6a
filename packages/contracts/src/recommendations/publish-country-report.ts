import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { eachOnce } from '../values/each-once.ts';
import { CountryCode, RecommendationReference, ReportId, RewordingId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { ReportSource } from '../values/report-source.ts';
import { Line, Paragraph } from '../values/text.ts';
import { TierPlacement } from '../values/tier-placement.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { pillars, sectionStates } from '../vocabularies/index.ts';

export const ReportYear = z.number().int().min(2001).max(2100);

/** One recommendation in the words of the report, at its place in the report's order. */
export const PublishedRecommendation = z.object({
  reference: RecommendationReference,
  ordinal: z.number().int().min(1).max(99),
  text: Paragraph,
  pillars: eachOnce(vocabulary(pillars)).max(4).default([]),
});
export type PublishedRecommendation = z.infer<typeof PublishedRecommendation>;

/** A field that a person changed after the parser had read it, before the report was saved. */
export const ImportAmendment = z.object({ field: Line, read: z.string().max(4_000), saved: z.string().max(4_000) });

export const PublishCountryReport = defineCommand({
  name: 'publish-country-report',
  service: 'recommendations',
  path: '/country-reports',
  doc: 'Brings in one country’s report of one year: its tier placement and its recommendations in their order, word for word.',
  input: z.strictObject({
    country: CountryCode,
    countryName: Line,
    reportYear: ReportYear,
    /** The day the report was released; without it the statutory 30 June is assumed and marked as such. */
    publishedOn: IsoDate.optional(),
    tier: TierPlacement.nullable().default(null),
    section: vocabulary(sectionStates),
    recommendations: z
      .array(z.strictObject({ text: Paragraph, pillars: eachOnce(vocabulary(pillars)).max(4).default([]) }))
      .max(99),
    source: ReportSource.prefault({}),
    amendments: z.array(ImportAmendment).max(200).default([]),
  }),
  rejections: {
    'occurred-in-the-future': 'The day given lies in the future',
    'report-not-yet-due': 'A report of that year cannot have been published yet',
    'nothing-to-publish': 'Neither a tier nor a recommendation was given',
  },
});
export type PublishCountryReport = InputOf<typeof PublishCountryReport>;

const content = {
  tier: TierPlacement.nullable(),
  section: vocabulary(sectionStates),
  recommendations: z.array(PublishedRecommendation),
};

/** Whether the day of publication was given, or is the statutory one. */
export const OccurredOnBasis = z.enum(['stated', 'statutory']);

export const CountryReportPublished = defineEvent({
  type: 'CountryReportPublished',
  version: 1,
  owner: 'recommendations',
  stream: 'countryReport',
  doc: 'The annual report on one country came out, with its tier placement and its recommendations.',
  data: z.object({
    reportId: ReportId,
    country: CountryCode,
    countryName: Line,
    reportYear: ReportYear,
    occurredOn: IsoDate,
    occurredOnBasis: OccurredOnBasis,
    ...content,
    source: ReportSource,
    amendments: z.array(ImportAmendment),
    publishedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type CountryReportPublished = EventOf<typeof CountryReportPublished>;

export const CountryReportRewordingReceived = defineEvent({
  type: 'CountryReportRewordingReceived',
  version: 1,
  owner: 'recommendations',
  stream: 'countryReport',
  doc: 'A text that differs from the published report was brought in; it is kept until somebody decides between the two.',
  data: z.object({
    reportId: ReportId,
    country: CountryCode,
    reportYear: ReportYear,
    rewordingId: RewordingId,
    occurredOn: IsoDate,
    ...content,
    source: ReportSource,
    amendments: z.array(ImportAmendment),
    receivedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type CountryReportRewordingReceived = EventOf<typeof CountryReportRewordingReceived>;
