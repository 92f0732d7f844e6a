import { CorrectEngagement } from '@demarche/contracts';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import type { WriteSide } from '../../write-side.ts';
import { recordOnEngagement } from '../record-on-engagement.ts';

export const correctEngagementRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, CorrectEngagement, (command, envelope) => recordOnEngagement(side, command, envelope));
