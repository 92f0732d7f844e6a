import { RecordConcreteAction } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute, deriveReference, publishedRecommendations } from '@demarche/service-kit';
import { recordOnAction } from '../record-on-action.ts';

export const recordConcreteActionRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, RecordConcreteAction, async (command, envelope) => {
    const known = await publishedRecommendations(side.store, command.recommendations);
    const actionId = deriveReference('ACT', command.commandId);
    return recordOnAction(side, { ...command, known, actionId }, envelope);
  });
