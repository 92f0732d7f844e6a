import { ReviewDelivery } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnCommitment } from '../record-on-commitment.ts';

export const reviewDeliveryRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, ReviewDelivery, (command, envelope) => recordOnCommitment(side, command, envelope));
