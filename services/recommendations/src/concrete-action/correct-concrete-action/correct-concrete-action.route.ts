import { CorrectConcreteAction } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute, publishedRecommendations } from '@demarche/service-kit';
import { recordOnAction } from '../record-on-action.ts';

export const correctConcreteActionRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, CorrectConcreteAction, async (command, envelope) => {
    const known = await publishedRecommendations(side.store, command.recommendations);
    return recordOnAction(side, { ...command, known }, envelope);
  });
