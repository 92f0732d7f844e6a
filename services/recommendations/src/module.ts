import type { CommandRoute, WriteSide } from '@demarche/service-kit';
import { correctConcreteActionRoute } from './concrete-action/correct-concrete-action/correct-concrete-action.route.ts';
import { recordConcreteActionRoute } from './concrete-action/record-concrete-action/record-concrete-action.route.ts';
import { withdrawConcreteActionRoute } from './concrete-action/withdraw-concrete-action/withdraw-concrete-action.route.ts';
import { correctCountryReportRoute } from './country-report/correct-country-report/correct-country-report.route.ts';
import { publishCountryReportRoute } from './country-report/publish-country-report/publish-country-report.route.ts';
import { reviewRewordingRoute } from './country-report/review-rewording/review-rewording.route.ts';
import { assessImplementationRoute } from './recommendation/assess-implementation/assess-implementation.route.ts';
import { closeRecommendationRoute } from './recommendation/close-recommendation/close-recommendation.route.ts';
import { notePaceRoute } from './recommendation/note-pace/note-pace.route.ts';
import { recordGovernmentResponseRoute } from './recommendation/record-government-response/record-government-response.route.ts';
import { signOffAssessmentRoute } from './recommendation/sign-off-assessment/sign-off-assessment.route.ts';
import { tagRecommendationRoute } from './recommendation/tag-recommendation/tag-recommendation.route.ts';
import { withdrawEntryRoute } from './recommendation/withdraw-entry/withdraw-entry.route.ts';

/** The service's table of contents: every command it takes. */
export const recommendationsModule = (
  side: WriteSide,
): { readonly name: 'recommendations'; readonly routes: readonly CommandRoute[] } => ({
  name: 'recommendations',
  routes: [
    publishCountryReportRoute(side),
    correctCountryReportRoute(side),
    reviewRewordingRoute(side),
    recordGovernmentResponseRoute(side),
    recordConcreteActionRoute(side),
    correctConcreteActionRoute(side),
    withdrawConcreteActionRoute(side),
    assessImplementationRoute(side),
    signOffAssessmentRoute(side),
    notePaceRoute(side),
    tagRecommendationRoute(side),
    closeRecommendationRoute(side),
    withdrawEntryRoute(side),
  ],
});
