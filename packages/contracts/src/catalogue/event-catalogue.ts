import { ForumCommitmentAdded } from '../commitments/add-forum-commitment.ts';
import { ForumInstrumentCorrected } from '../commitments/correct-forum-instrument.ts';
import { CommitmentFulfilled } from '../commitments/fulfil-commitment.ts';
import { CommitmentLapsed } from '../commitments/lapse-commitment.ts';
import { ForumInstrumentRecorded } from '../commitments/record-forum-instrument.ts';
import { DeliveryReviewed } from '../commitments/review-delivery.ts';
import { CommitmentWithdrawn } from '../commitments/withdraw-commitment.ts';
import { FollowUpAssigned } from '../engagements/assign-follow-up.ts';
import { FollowUpCompleted } from '../engagements/complete-follow-up.ts';
import { EngagementCorrected } from '../engagements/correct-engagement.ts';
import { EngagementLogged } from '../engagements/log-engagement.ts';
import { RecommendationRaised } from '../engagements/raise-recommendation.ts';
import { PromiseMade } from '../engagements/record-promise.ts';
import { EngagementWithdrawn } from '../engagements/withdraw-engagement.ts';
import { ImplementationAssessed } from '../recommendations/assess-implementation.ts';
import { RecommendationClosed } from '../recommendations/close-recommendation.ts';
import { ConcreteActionCorrected } from '../recommendations/correct-concrete-action.ts';
import { CountryReportCorrected } from '../recommendations/correct-country-report.ts';
import { PaceNoted } from '../recommendations/note-pace.ts';
import { CountryReportPublished, CountryReportRewordingReceived } from '../recommendations/publish-country-report.ts';
import { ConcreteActionRecorded } from '../recommendations/record-concrete-action.ts';
import { GovernmentResponseRecorded } from '../recommendations/record-government-response.ts';
import { RewordingReviewed } from '../recommendations/review-rewording.ts';
import { AssessmentSignedOff } from '../recommendations/sign-off-assessment.ts';
import { RecommendationTagged } from '../recommendations/tag-recommendation.ts';
import { ConcreteActionWithdrawn } from '../recommendations/withdraw-concrete-action.ts';
import { EntryWithdrawn } from '../recommendations/withdraw-entry.ts';
import type { EventDefinition, EventOf } from './define-event.ts';

const definitions = {
  AssessmentSignedOff,
  CommitmentFulfilled,
  CommitmentLapsed,
  CommitmentWithdrawn,
  ConcreteActionCorrected,
  ConcreteActionRecorded,
  ConcreteActionWithdrawn,
  CountryReportCorrected,
  CountryReportPublished,
  CountryReportRewordingReceived,
  DeliveryReviewed,
  EngagementCorrected,
  EngagementLogged,
  EngagementWithdrawn,
  EntryWithdrawn,
  FollowUpAssigned,
  FollowUpCompleted,
  ForumCommitmentAdded,
  ForumInstrumentCorrected,
  ForumInstrumentRecorded,
  GovernmentResponseRecorded,
  ImplementationAssessed,
  PaceNoted,
  PromiseMade,
  RecommendationClosed,
  RecommendationRaised,
  RecommendationTagged,
  RewordingReviewed,
};

/** Every event that Demarche records, in its newest version. */
export type RecordableEvent = {
  [Type in keyof typeof definitions]: EventOf<(typeof definitions)[Type]>;
}[keyof typeof definitions];
export type EventType = keyof typeof definitions;

/** Every type of event by its name: its schema, its owner, its history and what it means. */
export const eventCatalogue: { readonly [Type in EventType]: (typeof definitions)[Type] } = definitions;

export const eventDefinition = (type: string): EventDefinition | undefined =>
  Object.hasOwn(definitions, type) ? (definitions[type as EventType] as unknown as EventDefinition) : undefined;
