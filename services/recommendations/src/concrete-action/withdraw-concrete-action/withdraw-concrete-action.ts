import type { Command, ConcreteActionWithdrawn, RejectionOf, WithdrawConcreteAction } from '@demarche/contracts';
import { accept, type Decision, isRejected } from '@demarche/kernel';
import type { ConcreteAction } from '../concrete-action.ts';
import { standingAction } from '../recorded-action.ts';

export type WithdrawConcreteActionCommand = Command<'withdraw-concrete-action', WithdrawConcreteAction>;

export const withdrawConcreteAction = (
  command: WithdrawConcreteActionCommand,
  state: ConcreteAction,
): Decision<ConcreteActionWithdrawn, RejectionOf<typeof WithdrawConcreteAction>> => {
  const action = standingAction(state, command.actionId);
  if (isRejected(action)) return action;
  return accept({
    type: 'ConcreteActionWithdrawn',
    data: {
      actionId: command.actionId,
      country: action.country,
      occurredOn: command.today,
      reason: command.reason,
      withdrawnBy: command.officer,
    },
  });
};
