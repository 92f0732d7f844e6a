import { AssignFollowUp } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnEngagement } from '../record-on-engagement.ts';

export const assignFollowUpRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, AssignFollowUp, (command, envelope) => recordOnEngagement(side, command, envelope));
