import { AddForumCommitment } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute, publishedRecommendations } from '@demarche/service-kit';
import { recordOnInstrument } from '../record-on-instrument.ts';

export const addForumCommitmentRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, AddForumCommitment, async (command, envelope) => {
    const known = await publishedRecommendations(side.store, command.recommendations);
    return recordOnInstrument(side, { ...command, known }, envelope);
  });
