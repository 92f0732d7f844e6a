import { RecordForumInstrument } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute, publishedRecommendations } from '@demarche/service-kit';
import { recordOnInstrument } from '../record-on-instrument.ts';

export const recordForumInstrumentRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, RecordForumInstrument, async (command, envelope) => {
    const named = command.commitments.flatMap((commitment) => commitment.recommendations);
    const known = await publishedRecommendations(side.store, named);
    return recordOnInstrument(side, { ...command, known }, envelope);
  });
