import { LogEngagement } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute, deriveReference, publishedRecommendations } from '@demarche/service-kit';
import { recordOnEngagement } from '../record-on-engagement.ts';

export const logEngagementRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, LogEngagement, async (command, envelope) => {
    const { raised, promises, commandId } = command;
    const named = [
      ...raised.map(({ reference }) => reference),
      ...promises.flatMap((promise) => promise.recommendations),
    ];
    const known = await publishedRecommendations(side.store, named);
    const engagementId = deriveReference('ENG', commandId);
    return recordOnEngagement(side, { ...command, known, engagementId }, envelope);
  });
