import { AssessImplementation } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { findActions } from '../../concrete-action/find-actions.ts';
import { recordOnRecommendation } from '../record-on-recommendation.ts';

export const assessImplementationRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, AssessImplementation, async (command, envelope) => {
    const named = command.basis.kind === 'concrete_actions' ? command.basis.actions : [];
    const actions = await findActions(side.store, named);
    return recordOnRecommendation(side, { ...command, actions }, envelope);
  });
