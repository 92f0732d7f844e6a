import { TagRecommendation } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnRecommendation } from '../record-on-recommendation.ts';

export const tagRecommendationRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, TagRecommendation, (command, envelope) => recordOnRecommendation(side, command, envelope));
