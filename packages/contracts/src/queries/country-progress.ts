import { z } from 'zod';
import { CountryCode, EngagementId, ReportId } from '../values/identifiers.ts';
import { IsoDate, IsoInstant, ReportingPeriod } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { implementationStatuses, pillars, tierMovements, tiers } from '../vocabularies/index.ts';
import { defineQuery } from './define-query.ts';
import { Paging, pageOf } from './paging.ts';

export const TierInYear = z.object({
  reportId: ReportId,
  reportYear: z.number().int(),
  value: vocabulary(tiers).nullable(),
  movement: vocabulary(tierMovements).nullable(),
  consecutiveYears: z.number().int().nullable(),
  waiver: z.boolean(),
  occurredOn: IsoDate,
  occurredOnBasis: z.enum(['stated', 'statutory']),
  recordedAt: IsoInstant,
});
export type TierInYear = z.infer<typeof TierInYear>;

/** How many recommendations stand at each value; every value is present. */
export const StatusCounts = z.record(vocabulary(implementationStatuses), z.number().int());
export type StatusCounts = z.infer<typeof StatusCounts>;

export const DueItem = z.object({
  kind: z.enum(['promise', 'forum_commitment', 'follow_up']),
  id: z.string(),
  what: z.string(),
  dueOn: IsoDate,
  overdue: z.boolean(),
  /** Days until it is due; negative when overdue. */
  days: z.number().int(),
});
export type DueItem = z.infer<typeof DueItem>;

/** Something that asks for a person’s attention, with the sentence that says so. */
export const Attention = z.object({
  code: z.enum([
    'promise-overdue',
    'follow-up-overdue',
    'no-recent-engagement',
    'raised-unanswered',
    'rewording-to-review',
    'not-up-to-date',
  ]),
  count: z.number().int(),
  sentence: z.string(),
  /** What it is about, where that is one thing. */
  subject: z.string().nullable(),
});
export type Attention = z.infer<typeof Attention>;

export const CountryProgress = z.object({
  country: CountryCode,
  name: z.string(),
  /** Placement of the newest report at the point asked for. */
  tier: TierInYear.nullable(),
  /** One entry a report year, oldest first. */
  tierHistory: z.array(TierInYear),
  reportYear: z.number().int().nullable(),
  reportingPeriod: ReportingPeriod,
  recommendations: z.object({
    total: z.number().int(),
    open: z.number().int(),
    byStatus: StatusCounts,
    byPillar: z.array(
      z.object({ pillar: vocabulary(pillars).nullable(), total: z.number().int(), byStatus: StatusCounts }),
    ),
  }),
  lastEngagement: z.object({ engagementId: EngagementId, occurredOn: IsoDate, daysAgo: z.number().int() }).nullable(),
  openPromises: z.number().int(),
  overduePromises: z.number().int(),
  promisesDueIn30Days: z.number().int(),
  openFollowUps: z.number().int(),
  overdueFollowUps: z.number().int(),
  nextDue: DueItem.nullable(),
  attention: z.array(Attention),
  rewordingsToReview: z.number().int(),
  /** When Demarche first recorded anything about this country, on the clock asked for; null when it held nothing. */
  heldSince: IsoInstant.nullable(),
  /** When set, a record of this country could not be brought up to date since then. */
  notUpToDateSince: IsoInstant.nullable(),
});
export type CountryProgress = z.infer<typeof CountryProgress>;

export const CountriesByCode = defineQuery({
  name: 'countries-by-code',
  doc: 'Progress of the countries named, in the order of the question; null where nothing was held.',
  arguments: z.strictObject({ codes: z.array(CountryCode).max(300) }),
  result: z.array(CountryProgress.nullable()),
});

export const PortfolioFilter = z.strictObject({
  codes: z.array(CountryCode).max(300).optional(),
  tiers: z.array(vocabulary(tiers)).optional(),
  pillars: z.array(vocabulary(pillars)).optional(),
  /** `overdue-promises`, `promises-due` (in 30 days), `no-recent-engagement` (180 days), `attention` (any). */
  needs: z.enum(['overdue-promises', 'promises-due', 'no-recent-engagement', 'attention']).optional(),
  /** Part of a country's name. */
  name: z.string().max(100).optional(),
});

export const Portfolio = defineQuery({
  name: 'portfolio',
  doc: 'All countries with their progress, filtered and sorted.',
  arguments: z.strictObject({
    filter: PortfolioFilter.prefault({}),
    sort: z.enum(['name', 'tier', 'open', 'last-engagement', 'next-due', 'implemented']).default('name'),
    descending: z.boolean().default(false),
    ...Paging,
  }),
  result: z.object({
    page: pageOf(CountryProgress),
    /** Over all countries that the filter matches. */
    totals: z.object({
      countries: z.number().int(),
      openRecommendations: z.number().int(),
      overduePromises: z.number().int(),
      promisesDueIn30Days: z.number().int(),
      withoutRecentEngagement: z.number().int(),
    }),
  }),
});
