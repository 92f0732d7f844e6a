import { SignOffAssessment } from '@demarche/contracts';
import { type CommandRoute, commandRoute, type WriteSide } from '@demarche/service-kit';
import { findAssessedActions } from '../../concrete-action/find-assessed-actions.ts';
import { recordOnRecommendation } from '../record-on-recommendation.ts';

export const signOffAssessmentRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, SignOffAssessment, async (command, envelope) => {
    const actions = await findAssessedActions(side.store, command.reference);
    return recordOnRecommendation(side, { ...command, actions }, envelope);
  });
