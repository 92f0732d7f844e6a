import { LapseCommitment } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnCommitment } from '../record-on-commitment.ts';

export const lapseCommitmentRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, LapseCommitment, (command, envelope) => recordOnCommitment(side, command, envelope));
