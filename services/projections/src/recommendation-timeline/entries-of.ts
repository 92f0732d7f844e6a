import type { ForumCommitment } from '@demarche/contracts';
import type { Dated } from './timeline.projector.ts';
import type { NewEntry } from './timeline-entries.ts';

const ownEntry = (
  entry: string,
  kind: NewEntry['kind'],
  occurredOn: string,
  subjects: readonly string[],
): NewEntry => ({
  entry,
  root: entry,
  kind,
  occurredOn,
  subjects: [...new Set(subjects)],
});

const ofForumCommitment = (
  occurredOn: string,
  { commitmentId, countries, recommendations }: ForumCommitment,
): NewEntry => ownEntry(commitmentId, 'forum-commitment', occurredOn, [...countries, ...recommendations]);

/** The entries for which an event itself is the whole source. */
export const entriesOf = ({ type, data }: Dated): readonly NewEntry[] => {
  switch (type) {
    case 'CountryReportPublished':
    case 'CountryReportCorrected': {
      const references = data.recommendations.map(({ reference }) => reference);
      return [ownEntry(data.reportId, 'report-published', data.occurredOn, [data.country, ...references])];
    }
    case 'GovernmentResponseRecorded':
      return [ownEntry(data.responseId, 'response', data.occurredOn, [data.country, data.reference])];
    case 'ImplementationAssessed':
      return [ownEntry(data.assessmentId, 'assessment', data.occurredOn, [data.country, data.reference])];
    case 'RecommendationClosed':
      return [ownEntry(data.closureId, 'closure', data.occurredOn, [data.country, data.reference])];
    case 'ConcreteActionRecorded':
    case 'ConcreteActionCorrected':
      return [ownEntry(data.actionId, 'concrete-action', data.occurredOn, [data.country, ...data.recommendations])];
    case 'EngagementLogged':
      return [ownEntry(data.engagementId, 'engagement', data.occurredOn, data.countries)];
    case 'PromiseMade':
      return [ownEntry(data.promiseId, 'promise', data.occurredOn, [data.country, ...data.recommendations])];
    case 'ForumInstrumentRecorded':
      return data.commitments.map((commitment) => ofForumCommitment(data.occurredOn, commitment));
    case 'ForumCommitmentAdded':
      return [ofForumCommitment(data.occurredOn, data.commitment)];
    default:
      return [];
  }
};
