import { CorrectEngagement } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnEngagement } from '../record-on-engagement.ts';

export const correctEngagementRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, CorrectEngagement, (command, envelope) => recordOnEngagement(side, command, envelope));
