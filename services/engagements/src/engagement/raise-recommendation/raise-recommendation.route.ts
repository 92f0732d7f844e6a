import { RaiseRecommendation } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute, publishedRecommendations } from '@demarche/service-kit';
import { recordOnEngagement } from '../record-on-engagement.ts';

export const raiseRecommendationRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, RaiseRecommendation, async (command, envelope) => {
    const known = await publishedRecommendations(side.store, [command.reference]);
    return recordOnEngagement(side, { ...command, known }, envelope);
  });
