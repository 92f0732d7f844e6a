import { z } from 'zod';
import { ImportAmendment } from '../recommendations/publish-country-report.ts';
import { CountryCode, RecommendationReference, ReportId, RewordingId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { ReportSource } from '../values/report-source.ts';
import { TierPlacement } from '../values/tier-placement.ts';
import { IsoDate, IsoInstant } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { sectionStates } from '../vocabularies/index.ts';
import { defineQuery } from './define-query.ts';

const Item = z.object({ reference: RecommendationReference, ordinal: z.number().int(), text: z.string() });

/** A differing text that was received for a published report. */
export const Rewording = z.object({
  rewordingId: RewordingId,
  receivedAt: IsoInstant,
  receivedBy: Officer,
  source: ReportSource,
  /** What a person put right of the reading before it was sent. */
  amendments: z.array(ImportAmendment),
  tier: TierPlacement.nullable(),
  section: vocabulary(sectionStates),
  recommendations: z.array(Item),
  review: z
    .object({ decision: z.enum(['adopted', 'dismissed']), reason: z.string(), by: Officer, occurredOn: IsoDate })
    .nullable(),
});
export type Rewording = z.infer<typeof Rewording>;

export const CountryReport = z.object({
  reportId: ReportId,
  country: CountryCode,
  countryName: z.string(),
  reportYear: z.number().int(),
  occurredOn: IsoDate,
  occurredOnBasis: z.enum(['stated', 'statutory']),
  tier: TierPlacement.nullable(),
  section: vocabulary(sectionStates),
  source: ReportSource,
  /** What a person put right or confirmed of the parser's reading before the report was saved. */
  amendments: z.array(ImportAmendment),
  recommendations: z.array(Item),
  rewordings: z.array(Rewording),
  publishedBy: Officer,
  recordedAt: IsoInstant,
  correctedAt: IsoInstant.nullable(),
  revision: z.number().int(),
  notUpToDateSince: IsoInstant.nullable(),
});
export type CountryReport = z.infer<typeof CountryReport>;

export const ReportsById = defineQuery({
  name: 'reports-by-id',
  doc: 'The country reports named, in the order of the question; null where nothing was held.',
  arguments: z.strictObject({ ids: z.array(ReportId).max(500) }),
  result: z.array(CountryReport.nullable()),
});

export const ReportsOfCountries = defineQuery({
  name: 'reports-of-countries',
  doc: 'For each country its reports, newest first.',
  arguments: z.strictObject({ countries: z.array(CountryCode).max(300) }),
  result: z.array(z.array(CountryReport)),
});
