import { StatusCountsFields } from './status-counts.ts';
import { TierYearFields } from './tier.ts';

/** A country as its row shows it; of its tiers over the years no more than the strip draws. */
export const CountryRowFields = /* GraphQL */ `
  ${StatusCountsFields}
  ${TierYearFields}
  fragment CountryRowFields on Country {
    country: code name reportYear reportingPeriod notUpToDateSince
    tier { ...TierYearFields }
    tierHistory { reportYear value }
    recommendations: recommendationCounts { total open byStatus { ...StatusCountsFields } }
    lastEngagement { engagementId occurredOn daysAgo }
    openPromises overduePromises promisesDueIn30Days openFollowUps overdueFollowUps
    nextDue { kind id: recordId what dueOn overdue days }
  }`;
