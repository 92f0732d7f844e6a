import { isDeepStrictEqual } from 'node:util';
import {
  type Command,
  type ConcreteActionCorrected,
  type CorrectConcreteAction,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, reject } from '@demarche/kernel';
import { type ConcreteAction, contentOf, type RecordedAction } from '../concrete-action.ts';
import { countryOfLinks, type LinkedRecommendations, refuseLinks } from '../linked-recommendations.ts';
import { standingAction } from '../recorded-action.ts';

export type CorrectConcreteActionCommand = Command<'correct-concrete-action', CorrectConcreteAction> &
  Pick<LinkedRecommendations, 'known'>;

export const correctConcreteAction = (
  command: CorrectConcreteActionCommand,
  state: ConcreteAction,
): Decision<ConcreteActionCorrected, RejectionOf<typeof CorrectConcreteAction>> => {
  const action = standingAction(state, command.actionId);
  if (isRejected(action)) return action;
  const refusal = refuseLinks(command);
  if (refusal) return refusal;
  const event = corrected(command);
  return changes(event, action)
    ? accept(event)
    : reject('nothing-to-correct', 'The action already reads like this. Change what is wrong, or leave it as it is.');
};

const corrected = (command: CorrectConcreteActionCommand): ConcreteActionCorrected => ({
  type: 'ConcreteActionCorrected',
  data: {
    actionId: command.actionId,
    country: countryOfLinks(command),
    occurredOn: command.occurredOn,
    description: command.description,
    responsibleBody: command.responsibleBody,
    evidence: command.evidence,
    recommendations: command.recommendations,
    reason: command.reason,
    correctedBy: command.officer,
  },
});

const changes = ({ data }: ConcreteActionCorrected, before: RecordedAction): boolean =>
  !isDeepStrictEqual(contentOf(data), contentOf(before));
