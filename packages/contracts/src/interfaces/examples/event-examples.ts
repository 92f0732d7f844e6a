import AssessmentSignedOffV1 from '../../../fixtures/AssessmentSignedOff.v1.json' with { type: 'json' };
import CommitmentFulfilledV1 from '../../../fixtures/CommitmentFulfilled.v1.json' with { type: 'json' };
import CommitmentLapsedV1 from '../../../fixtures/CommitmentLapsed.v1.json' with { type: 'json' };
import CommitmentWithdrawnV1 from '../../../fixtures/CommitmentWithdrawn.v1.json' with { type: 'json' };
import ConcreteActionCorrectedV1 from '../../../fixtures/ConcreteActionCorrected.v1.json' with { type: 'json' };
import ConcreteActionRecordedV1 from '../../../fixtures/ConcreteActionRecorded.v1.json' with { type: 'json' };
import ConcreteActionWithdrawnV1 from '../../../fixtures/ConcreteActionWithdrawn.v1.json' with { type: 'json' };
import CountryReportCorrectedV1 from '../../../fixtures/CountryReportCorrected.v1.json' with { type: 'json' };
import CountryReportPublishedV1 from '../../../fixtures/CountryReportPublished.v1.json' with { type: 'json' };
import CountryReportRewordingReceivedV1 from '../../../fixtures/CountryReportRewordingReceived.v1.json' with {
  type: 'json',
};
import DeliveryReviewedV1 from '../../../fixtures/DeliveryReviewed.v1.json' with { type: 'json' };
import EngagementCorrectedV1 from '../../../fixtures/EngagementCorrected.v1.json' with { type: 'json' };
import EngagementLoggedV1 from '../../../fixtures/EngagementLogged.v1.json' with { type: 'json' };
import EngagementWithdrawnV1 from '../../../fixtures/EngagementWithdrawn.v1.json' with { type: 'json' };
import EntryWithdrawnV1 from '../../../fixtures/EntryWithdrawn.v1.json' with { type: 'json' };
import FollowUpAssignedV1 from '../../../fixtures/FollowUpAssigned.v1.json' with { type: 'json' };
import FollowUpCompletedV1 from '../../../fixtures/FollowUpCompleted.v1.json' with { type: 'json' };
import ForumCommitmentAddedV1 from '../../../fixtures/ForumCommitmentAdded.v1.json' with { type: 'json' };
import ForumInstrumentCorrectedV1 from '../../../fixtures/ForumInstrumentCorrected.v1.json' with { type: 'json' };
import ForumInstrumentRecordedV1 from '../../../fixtures/ForumInstrumentRecorded.v1.json' with { type: 'json' };
import GovernmentResponseRecordedV1 from '../../../fixtures/GovernmentResponseRecorded.v1.json' with { type: 'json' };
import ImplementationAssessedV1 from '../../../fixtures/ImplementationAssessed.v1.json' with { type: 'json' };
import PaceNotedV1 from '../../../fixtures/PaceNoted.v1.json' with { type: 'json' };
import PromiseMadeV1 from '../../../fixtures/PromiseMade.v1.json' with { type: 'json' };
import RecommendationClosedV1 from '../../../fixtures/RecommendationClosed.v1.json' with { type: 'json' };
import RecommendationRaisedV1 from '../../../fixtures/RecommendationRaised.v1.json' with { type: 'json' };
import RecommendationTaggedV1 from '../../../fixtures/RecommendationTagged.v1.json' with { type: 'json' };
import RewordingReviewedV1 from '../../../fixtures/RewordingReviewed.v1.json' with { type: 'json' };

/** The data of every type of event and version that was released, as it is written: the fixtures that prove it can still be read. */
const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'AssessmentSignedOff.v1': AssessmentSignedOffV1,
  'CommitmentFulfilled.v1': CommitmentFulfilledV1,
  'CommitmentLapsed.v1': CommitmentLapsedV1,
  'CommitmentWithdrawn.v1': CommitmentWithdrawnV1,
  'ConcreteActionCorrected.v1': ConcreteActionCorrectedV1,
  'ConcreteActionRecorded.v1': ConcreteActionRecordedV1,
  'ConcreteActionWithdrawn.v1': ConcreteActionWithdrawnV1,
  'CountryReportCorrected.v1': CountryReportCorrectedV1,
  'CountryReportPublished.v1': CountryReportPublishedV1,
  'CountryReportRewordingReceived.v1': CountryReportRewordingReceivedV1,
  'DeliveryReviewed.v1': DeliveryReviewedV1,
  'EngagementCorrected.v1': EngagementCorrectedV1,
  'EngagementLogged.v1': EngagementLoggedV1,
  'EngagementWithdrawn.v1': EngagementWithdrawnV1,
  'EntryWithdrawn.v1': EntryWithdrawnV1,
  'FollowUpAssigned.v1': FollowUpAssignedV1,
  'FollowUpCompleted.v1': FollowUpCompletedV1,
  'ForumCommitmentAdded.v1': ForumCommitmentAddedV1,
  'ForumInstrumentCorrected.v1': ForumInstrumentCorrectedV1,
  'ForumInstrumentRecorded.v1': ForumInstrumentRecordedV1,
  'GovernmentResponseRecorded.v1': GovernmentResponseRecordedV1,
  'ImplementationAssessed.v1': ImplementationAssessedV1,
  'PaceNoted.v1': PaceNotedV1,
  'PromiseMade.v1': PromiseMadeV1,
  'RecommendationClosed.v1': RecommendationClosedV1,
  'RecommendationRaised.v1': RecommendationRaisedV1,
  'RecommendationTagged.v1': RecommendationTaggedV1,
  'RewordingReviewed.v1': RewordingReviewedV1,
};

/** @throws where a released version has no fixture here */
export const eventExampleOf = (type: string, version: number): Readonly<Record<string, unknown>> => {
  const example = examples[`${type}.v${version}`];
  if (!example)
    throw new Error(`${type} version ${version} has no example in packages/contracts/src/interfaces/examples`);
  return example;
};
