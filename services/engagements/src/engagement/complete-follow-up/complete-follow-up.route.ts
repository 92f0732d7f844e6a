import { CompleteFollowUp } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnEngagement } from '../record-on-engagement.ts';

export const completeFollowUpRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, CompleteFollowUp, (command, envelope) => recordOnEngagement(side, command, envelope));
