import type { RecordableEvent } from '@demarche/contracts';
import type { ProjectedEvent, Projector, ViewWriter } from '../engine/projector.ts';
import { lineageSchema } from '../wordings/lineage.schema.ts';
import { projectReport } from './project-report.ts';
import { recommendationIndexes, recommendationSchema } from './recommendation.schema.ts';
import { closeFacts, moveFacts, type NewFact, writeFact } from './recommendation-facts.ts';
import { refreshState, takeOver } from './refresh-state.ts';

type Handled = Extract<RecordableEvent, { type: (typeof handles)[number] }>;

const handles = [
  'CountryReportPublished',
  'CountryReportCorrected',
  'GovernmentResponseRecorded',
  'ImplementationAssessed',
  'AssessmentSignedOff',
  'RecommendationClosed',
  'RecommendationTagged',
  'PaceNoted',
  'EntryWithdrawn',
  'RecommendationRaised',
  'PromiseMade',
  'EngagementCorrected',
  'EngagementWithdrawn',
  'ConcreteActionRecorded',
  'ConcreteActionCorrected',
  'ConcreteActionWithdrawn',
] as const satisfies readonly RecordableEvent['type'][];

/** The facts that an event adds; none for those that take facts back or move them. */
const factsOf = (event: Handled, eventId: string): readonly NewFact[] => {
  const { type, data } = event;
  const { occurredOn } = data;
  switch (type) {
    case 'GovernmentResponseRecorded':
      return [
        {
          reference: data.reference,
          field: 'response',
          occurredOn,
          entryId: data.responseId,
          code: data.response,
          value: data,
        },
      ];
    case 'ImplementationAssessed':
      return [
        {
          reference: data.reference,
          field: 'assessment',
          occurredOn,
          entryId: data.assessmentId,
          code: data.status,
          period: data.reportingPeriod,
          value: data,
        },
      ];
    case 'AssessmentSignedOff':
      return [{ reference: data.reference, field: 'sign-off', occurredOn, entryId: data.assessmentId, value: data }];
    case 'RecommendationClosed':
      return [
        {
          reference: data.reference,
          field: 'closure',
          occurredOn,
          entryId: data.closureId,
          code: data.reason,
          value: data,
        },
      ];
    case 'RecommendationTagged':
      return [
        {
          reference: data.reference,
          field: 'tags',
          occurredOn,
          entryId: eventId,
          value: { pillars: data.pillars, standards: data.standards },
        },
      ];
    case 'PaceNoted':
      return [
        {
          reference: data.reference,
          field: 'pace',
          occurredOn,
          entryId: eventId,
          value: { pace: data.pace, waitingOn: data.waitingOn },
        },
      ];
    case 'RecommendationRaised':
      return [
        {
          reference: data.reference,
          field: 'raised',
          occurredOn,
          entryId: data.engagementId,
          code: data.reception,
          value: { note: data.note },
        },
      ];
    case 'PromiseMade':
      return data.recommendations.map((reference) => ({
        reference,
        field: 'promise',
        occurredOn,
        entryId: data.promiseId,
        value: {},
      }));
    case 'ConcreteActionRecorded':
    case 'ConcreteActionCorrected':
      return data.recommendations.map((reference) => ({
        reference,
        field: 'action',
        occurredOn,
        entryId: data.actionId,
        value: data,
      }));
    case 'CountryReportPublished':
    case 'CountryReportCorrected':
    case 'EntryWithdrawn':
    case 'EngagementCorrected':
    case 'EngagementWithdrawn':
    case 'ConcreteActionWithdrawn':
      return [];
  }
};

const writeFacts = (writer: ViewWriter, recorded: ProjectedEvent, facts: readonly NewFact[]): void => {
  for (const fact of facts) {
    writeFact(writer, recorded, fact);
    takeOver(writer, fact);
  }
};

/** Recommendations, what became of them, and their succession from report to report. */
export const recommendationProjector: Projector = {
  view: 'recommendation',
  version: 4,
  cost: 12,
  schema: recommendationSchema + lineageSchema,
  indexes: recommendationIndexes,
  handles,
  amends: [
    'EntryWithdrawn',
    'EngagementCorrected',
    'EngagementWithdrawn',
    'ConcreteActionCorrected',
    'ConcreteActionWithdrawn',
  ],
  project(writer, recorded) {
    const event = recorded.event as Handled;
    const { position } = recorded;
    switch (event.type) {
      case 'CountryReportPublished':
      case 'CountryReportCorrected':
        return projectReport(writer, event.data, recorded);
      case 'EntryWithdrawn':
        closeFacts(writer, event.data.entryId, position);
        return refreshState(writer, event.data.reference);
      case 'EngagementCorrected':
        return moveFacts(writer, event.data.engagementId, position, event.data.occurredOn);
      case 'EngagementWithdrawn':
        return void closeFacts(writer, event.data.engagementId, position);
      case 'ConcreteActionCorrected':
      case 'ConcreteActionWithdrawn':
        closeFacts(writer, event.data.actionId, position);
        break;
      default:
    }
    writeFacts(writer, recorded, factsOf(event, recorded.eventId));
  },
};
