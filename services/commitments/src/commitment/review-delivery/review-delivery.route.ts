import { ReviewDelivery } from '@demarche/contracts';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import type { WriteSide } from '../../write-side.ts';
import { recordOnCommitment } from '../record-on-commitment.ts';

export const reviewDeliveryRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, ReviewDelivery, (command, envelope) => recordOnCommitment(side, command, envelope));
