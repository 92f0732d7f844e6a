import type { RecordableEvent } from '@demarche/contracts';
import type { ProjectedEvent, Projector } from '../engine/projector.ts';
import { commitmentIndexes, commitmentSchema } from './commitment.schema.ts';
import { closeUnder, end, moveUnder, openCommitment, review } from './project-commitment.ts';
import { correctInstrument, recordInstrument } from './project-instrument.ts';

const handles = [
  'PromiseMade',
  'EngagementCorrected',
  'EngagementWithdrawn',
  'ForumInstrumentRecorded',
  'ForumCommitmentAdded',
  'ForumInstrumentCorrected',
  'DeliveryReviewed',
  'CommitmentFulfilled',
  'CommitmentLapsed',
  'CommitmentWithdrawn',
] as const satisfies readonly RecordableEvent['type'][];

type Handled = Extract<RecordableEvent, { type: (typeof handles)[number] }>;

/** Promises and the commitments of forums, followed with the same words. */
export const commitmentProjector: Projector = {
  view: 'forum-commitments',
  version: 4,
  cost: 3,
  schema: commitmentSchema,
  indexes: commitmentIndexes,
  handles,
  project(writer, recorded: ProjectedEvent) {
    const event = recorded.event as Handled;
    const { position } = recorded;
    switch (event.type) {
      case 'PromiseMade':
        return openCommitment(writer, recorded, {
          id: event.data.promiseId,
          kind: 'promise',
          origin: event.data.engagementId,
          force: null,
          occurredOn: event.data.occurredOn,
          dueOn: event.data.dueOn,
          countries: [event.data.country],
          content: {
            paragraph: null,
            wording: event.data.wording,
            measurableTarget: null,
            madeBy: event.data.madeBy,
            responsibleBody: event.data.responsibleBody,
            countries: [event.data.country],
            recommendations: event.data.recommendations,
            recordedBy: event.data.recordedBy,
          },
        });
      case 'EngagementCorrected':
        return moveUnder(writer, event.data.engagementId, event.data.occurredOn, position);
      case 'EngagementWithdrawn':
        return closeUnder(writer, event.data.engagementId, position);
      case 'ForumInstrumentRecorded':
      case 'ForumCommitmentAdded':
        return recordInstrument(writer, event, recorded);
      case 'ForumInstrumentCorrected':
        correctInstrument(writer, event.data, recorded);
        return moveUnder(writer, event.data.instrumentId, event.data.occurredOn, position);
      case 'DeliveryReviewed':
        return review(writer, event.data, recorded);
      case 'CommitmentFulfilled':
        return end(writer, recorded, { ...event.data, state: 'fulfilled', by: event.data.confirmedBy });
      case 'CommitmentLapsed':
        return end(writer, recorded, { ...event.data, state: 'lapsed', by: event.data.recordedBy });
      case 'CommitmentWithdrawn':
        return end(writer, recorded, { ...event.data, state: 'withdrawn', by: event.data.withdrawnBy });
    }
  },
};
