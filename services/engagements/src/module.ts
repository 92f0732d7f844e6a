import type { CommandRoute, WriteSide } from '@demarche/service-kit';
import { assignFollowUpRoute } from './engagement/assign-follow-up/assign-follow-up.route.ts';
import { completeFollowUpRoute } from './engagement/complete-follow-up/complete-follow-up.route.ts';
import { correctEngagementRoute } from './engagement/correct-engagement/correct-engagement.route.ts';
import { logEngagementRoute } from './engagement/log-engagement/log-engagement.route.ts';
import { raiseRecommendationRoute } from './engagement/raise-recommendation/raise-recommendation.route.ts';
import { recordPromiseRoute } from './engagement/record-promise/record-promise.route.ts';
import { withdrawEngagementRoute } from './engagement/withdraw-engagement/withdraw-engagement.route.ts';

/** The service's table of contents: every command it takes. */
export const engagementsModule = (
  side: WriteSide,
): { readonly name: 'engagements'; readonly routes: readonly CommandRoute[] } => ({
  name: 'engagements',
  routes: [
    logEngagementRoute(side),
    raiseRecommendationRoute(side),
    recordPromiseRoute(side),
    assignFollowUpRoute(side),
    completeFollowUpRoute(side),
    correctEngagementRoute(side),
    withdrawEngagementRoute(side),
  ],
});
