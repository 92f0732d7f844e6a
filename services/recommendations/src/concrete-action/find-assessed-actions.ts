import { type ImplementationAssessed, type RecommendationReference, readEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { recommendationStream } from '../recommendation/recommendation.ts';
import type { ActionOnRecord } from './concrete-action.ts';
import { findActions } from './find-actions.ts';

/** The actions on which any assessment of the recommendation rests, each as its own stream has it now. */
export const findAssessedActions = async (
  store: EventStore,
  reference: RecommendationReference,
): Promise<readonly ActionOnRecord[]> => {
  const history = await store.readStream(recommendationStream(reference));
  const assessments = history
    .filter(({ type }) => type === 'ImplementationAssessed')
    .map((stored) => readEvent({ ...stored, schemaVersion: Number(stored.metadata.schemaVersion) }));
  const named = (assessments as ImplementationAssessed[]).flatMap(({ data: { basis } }) =>
    basis.kind === 'concrete_actions' ? basis.actions : [],
  );
  return findActions(store, named);
};
