import { FulfilCommitment } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnCommitment } from '../record-on-commitment.ts';

export const fulfilCommitmentRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, FulfilCommitment, (command, envelope) => recordOnCommitment(side, command, envelope));
