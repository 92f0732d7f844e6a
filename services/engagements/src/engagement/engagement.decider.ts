import type { Decider, Decision } from '@demarche/kernel';
import { type AssignFollowUpCommand, assignFollowUp } from './assign-follow-up/assign-follow-up.ts';
import { type CompleteFollowUpCommand, completeFollowUp } from './complete-follow-up/complete-follow-up.ts';
import { type CorrectEngagementCommand, correctEngagement } from './correct-engagement/correct-engagement.ts';
import { type Engagement, type EngagementEvent, evolveEngagement, unknownEngagement } from './engagement.ts';
import { type LogEngagementCommand, logEngagement } from './log-engagement/log-engagement.ts';
import { type RaiseRecommendationCommand, raiseRecommendation } from './raise-recommendation/raise-recommendation.ts';
import { type RecordPromiseCommand, recordPromise } from './record-promise/record-promise.ts';
import { type WithdrawEngagementCommand, withdrawEngagement } from './withdraw-engagement/withdraw-engagement.ts';

export type EngagementCommand =
  | AssignFollowUpCommand
  | CompleteFollowUpCommand
  | CorrectEngagementCommand
  | LogEngagementCommand
  | RaiseRecommendationCommand
  | RecordPromiseCommand
  | WithdrawEngagementCommand;

const decide = (command: EngagementCommand, state: Engagement): Decision<EngagementEvent, string> => {
  switch (command.name) {
    case 'assign-follow-up':
      return assignFollowUp(command, state);
    case 'complete-follow-up':
      return completeFollowUp(command, state);
    case 'correct-engagement':
      return correctEngagement(command, state);
    case 'log-engagement':
      return logEngagement(command, state);
    case 'raise-recommendation':
      return raiseRecommendation(command, state);
    case 'record-promise':
      return recordPromise(command, state);
    case 'withdraw-engagement':
      return withdrawEngagement(command, state);
  }
};

export const engagementDecider: Decider<EngagementCommand, EngagementEvent, Engagement, string> = {
  initialState: unknownEngagement,
  decide,
  evolve: evolveEngagement,
};
