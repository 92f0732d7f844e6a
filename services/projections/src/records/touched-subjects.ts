import { idOf, type RecordableEvent, type StreamName } from '@demarche/contracts';

/** The references of all records on whose pages an event shows: the one it happened to, and those it names. */
export const touchedSubjects = (stream: StreamName, event: RecordableEvent): readonly string[] => {
  const own = idOf(stream);
  switch (event.type) {
    case 'RecommendationRaised':
      return [own, event.data.reference];
    case 'PromiseMade':
      return [own, event.data.promiseId, ...event.data.recommendations];
    case 'ConcreteActionRecorded':
    case 'ConcreteActionCorrected':
      return [own, ...event.data.recommendations];
    case 'CountryReportPublished':
    case 'CountryReportCorrected':
      return [own, ...event.data.recommendations.map(({ reference }) => reference)];
    case 'ForumInstrumentRecorded':
      return [own, ...event.data.commitments.map(({ commitmentId }) => commitmentId)];
    case 'ForumCommitmentAdded':
      return [own, event.data.commitment.commitmentId];
    case 'FollowUpAssigned':
    case 'FollowUpCompleted':
      return [own, event.data.followUpId];
    default:
      return [own];
  }
};
