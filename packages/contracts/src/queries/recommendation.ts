import { z } from 'zod';
import { AssessmentBasis } from '../recommendations/assess-implementation.ts';
import { CommitmentId, CountryCode, EntryId, RecommendationReference, ReportId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { IsoDate, IsoInstant, ReportingPeriod } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import {
  closureReasons,
  commitmentStates,
  deliveryStatuses,
  governmentResponses,
  implementationStatuses,
  lineageRelations,
  minimumStandards,
  paces,
  pillars,
  receptions,
  recordStates,
  waitingParties,
} from '../vocabularies/index.ts';
import { defineQuery } from './define-query.ts';
import { Paging, pageOf } from './paging.ts';

const Assessment = z.object({
  assessmentId: EntryId,
  status: vocabulary(implementationStatuses),
  reportingPeriod: ReportingPeriod,
  occurredOn: IsoDate,
  rationale: z.string(),
  basis: AssessmentBasis,
  assessedBy: Officer,
  signedOff: z.object({ by: Officer, occurredOn: IsoDate }).nullable(),
  /** True where none of the actions it rests on stands any more: it has to be made anew. */
  basisWithdrawn: z.boolean(),
});

/** One recommendation with its five status fields, as they stood at the point asked for. */
export const Recommendation = z.object({
  reference: RecommendationReference,
  reportId: ReportId,
  country: CountryCode,
  countryName: z.string(),
  reportYear: z.number().int(),
  ordinal: z.number().int(),
  /** How many recommendations the report holds. */
  outOf: z.number().int(),
  text: z.string(),
  issuedOn: IsoDate,
  issuedOnBasis: z.enum(['stated', 'statutory']),
  sourceAddress: z.string().nullable(),
  pillars: z.array(vocabulary(pillars)),
  standards: z.array(vocabulary(minimumStandards)),
  recordState: vocabulary(recordStates),
  /** The recommendation of a later report that took this one’s place. */
  succeededBy: RecommendationReference.nullable(),
  response: z.object({
    value: vocabulary(governmentResponses),
    responseId: EntryId.nullable(),
    occurredOn: IsoDate.nullable(),
    comment: z.string().nullable(),
    respondent: z.string().nullable(),
  }),
  /** `not_assessed` unless the period of the day asked for was assessed; what held before stays in `lastPeriod`. */
  implementation: z.object({
    status: vocabulary(implementationStatuses),
    reportingPeriod: ReportingPeriod,
    assessment: Assessment.nullable(),
    lastPeriod: Assessment.nullable(),
  }),
  closure: z
    .object({
      closureId: EntryId,
      reason: vocabulary(closureReasons),
      occurredOn: IsoDate,
      explanation: z.string(),
      closedBy: Officer,
    })
    .nullable(),
  pace: vocabulary(paces).nullable(),
  waitingOn: vocabulary(waitingParties).nullable(),
  raised: z.object({
    times: z.number().int(),
    lastOn: IsoDate.nullable(),
    lastReception: vocabulary(receptions).nullable(),
  }),
  promises: z.array(
    z.object({
      commitmentId: CommitmentId,
      wording: z.string(),
      dueOn: IsoDate.nullable(),
      state: vocabulary(commitmentStates),
      delivery: vocabulary(deliveryStatuses).nullable(),
      overdue: z.boolean(),
    }),
  ),
  actions: z.object({ count: z.number().int(), lastOn: IsoDate.nullable(), lastDescription: z.string().nullable() }),
  /** Report years in a row, up to this one, in which the same was asked in the same or similar words. */
  askedYears: z.number().int(),
  /** Revision of its stream, for `If-Match`; -1 while nothing has happened to it since it was issued. */
  revision: z.number().int(),
  recordedAt: IsoInstant,
  notUpToDateSince: IsoInstant.nullable(),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const RecommendationsByReference = defineQuery({
  name: 'recommendations-by-reference',
  doc: 'The recommendations named, in the order of the question; null where nothing was held.',
  arguments: z.strictObject({ references: z.array(RecommendationReference).max(500) }),
  result: z.array(Recommendation.nullable()),
});

export const RecommendationFilter = z.strictObject({
  countries: z.array(CountryCode).max(300).optional(),
  reportYears: z.array(z.number().int()).max(50).optional(),
  /** Only those of each country's newest report at the point asked for. */
  current: z.boolean().optional(),
  recordStates: z.array(vocabulary(recordStates)).optional(),
  responses: z.array(vocabulary(governmentResponses)).optional(),
  statuses: z.array(vocabulary(implementationStatuses)).optional(),
  pillars: z.array(vocabulary(pillars)).optional(),
  /** Words to be found in the text. */
  text: z.string().max(200).optional(),
});

export const Recommendations = defineQuery({
  name: 'recommendations',
  doc: 'Recommendations of all countries, filtered and sorted.',
  arguments: z.strictObject({
    filter: RecommendationFilter.prefault({}),
    sort: z.enum(['reference', 'newest', 'status']).default('reference'),
    ...Paging,
  }),
  result: pageOf(Recommendation),
});

export const RecommendationsOfCountries = defineQuery({
  name: 'recommendations-of-countries',
  doc: 'For each country the recommendations of its newest report at the point asked for, or of one report year, in the report’s order.',
  arguments: z.strictObject({
    countries: z.array(CountryCode).max(300),
    reportYear: z.number().int().nullable().default(null),
  }),
  result: z.array(z.array(Recommendation)),
});

/** One year's wording of what is, by comparison of the texts, the same request. */
export const Wording = z.object({
  reference: RecommendationReference,
  reportYear: z.number().int(),
  text: z.string(),
  relation: vocabulary(lineageRelations),
});
export type Wording = z.infer<typeof Wording>;

export const WordingsOfRecommendations = defineQuery({
  name: 'wordings-of-recommendations',
  doc: 'For each recommendation, how its wording came down the years, oldest first, itself and later years included.',
  arguments: z.strictObject({ references: z.array(RecommendationReference).max(200) }),
  result: z.array(z.array(Wording)),
});
