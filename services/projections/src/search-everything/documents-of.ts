import {
  type ConcreteActionCorrected,
  type ConcreteActionRecorded,
  type CountryReportCorrected,
  type CountryReportPublished,
  channels,
  type EngagementCorrected,
  type EngagementLogged,
  type ForumCommitment,
  type Participant,
  type PromiseMade,
} from '@demarche/contracts';
import type { Searchable } from './search.projector.ts';
import type { NewDocument } from './search-documents.ts';

type Report = CountryReportPublished['data'] | CountryReportCorrected['data'];

const ofRecommendations = ({ recommendations, country, occurredOn }: Report): readonly NewDocument[] =>
  recommendations.map(({ reference, text }) => ({
    kind: 'recommendation',
    id: reference,
    title: reference,
    body: text,
    countries: [country],
    occurredOn,
  }));

const ofCountry = ({ country, countryName, occurredOn }: CountryReportPublished['data']): NewDocument => ({
  kind: 'country',
  id: country,
  title: countryName,
  body: country,
  countries: [country],
  occurredOn,
});

const presented = ({ name, title, body }: Participant): string =>
  [name, title, body].filter((part) => part !== null).join(', ');

const ofEngagement = (data: EngagementLogged['data'] | EngagementCorrected['data']): NewDocument => ({
  kind: 'engagement',
  id: data.engagementId,
  title: [channels[data.channel], data.place, data.post].filter((part) => part !== null).join(', '),
  body: [data.summary, ...[...data.theirParticipants, ...data.ourParticipants].map(presented)].join('\n'),
  countries: data.countries,
  occurredOn: data.occurredOn,
});

const ofPromise = (data: PromiseMade['data']): NewDocument => ({
  kind: 'promise',
  id: data.promiseId,
  title: ['Promise', data.responsibleBody ?? data.madeBy].filter((part) => part !== null).join(', '),
  body: data.wording,
  countries: [data.country],
  occurredOn: data.occurredOn,
});

const ofForumCommitment = (instrumentId: string, occurredOn: string, commitment: ForumCommitment): NewDocument => ({
  kind: 'forum_commitment',
  id: commitment.commitmentId,
  title: [instrumentId, commitment.paragraph].filter((part) => part !== null).join(', '),
  body: [commitment.wording, commitment.measurableTarget].filter((part) => part !== null).join('\n'),
  countries: commitment.countries,
  occurredOn,
});

const ofAction = (data: ConcreteActionRecorded['data'] | ConcreteActionCorrected['data']): NewDocument => ({
  kind: 'concrete_action',
  id: data.actionId,
  title: ['Concrete action', data.responsibleBody].filter((part) => part !== null).join(', '),
  body: data.description,
  countries: [data.country],
  occurredOn: data.occurredOn,
});

/** The texts that an event brings, under the references at which they are read. */
export const documentsOf = (event: Searchable): readonly NewDocument[] => {
  switch (event.type) {
    case 'CountryReportPublished':
      return [...ofRecommendations(event.data), ofCountry(event.data)];
    case 'CountryReportCorrected':
      return ofRecommendations(event.data);
    case 'EngagementLogged':
    case 'EngagementCorrected':
      return [ofEngagement(event.data)];
    case 'PromiseMade':
      return [ofPromise(event.data)];
    case 'ForumInstrumentRecorded':
      return event.data.commitments.map((each) =>
        ofForumCommitment(event.data.instrumentId, event.data.occurredOn, each),
      );
    case 'ForumCommitmentAdded':
      return [ofForumCommitment(event.data.instrumentId, event.data.occurredOn, event.data.commitment)];
    case 'ConcreteActionRecorded':
    case 'ConcreteActionCorrected':
      return [ofAction(event.data)];
    case 'EngagementWithdrawn':
    case 'ForumInstrumentCorrected':
    case 'ConcreteActionWithdrawn':
      return [];
  }
};
