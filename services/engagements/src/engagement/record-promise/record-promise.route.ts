import { RecordPromise } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute, publishedRecommendations } from '@demarche/service-kit';
import { recordOnEngagement } from '../record-on-engagement.ts';

export const recordPromiseRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, RecordPromise, async (command, envelope) => {
    const known = await publishedRecommendations(side.store, command.recommendations);
    return recordOnEngagement(side, { ...command, known }, envelope);
  });
