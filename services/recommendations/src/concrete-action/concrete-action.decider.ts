import type { Decider, Decision } from '@demarche/kernel';
import { type ConcreteAction, type ConcreteActionEvent, evolveAction, unknownAction } from './concrete-action.ts';
import {
  type CorrectConcreteActionCommand,
  correctConcreteAction,
} from './correct-concrete-action/correct-concrete-action.ts';
import {
  type RecordConcreteActionCommand,
  recordConcreteAction,
} from './record-concrete-action/record-concrete-action.ts';
import {
  type WithdrawConcreteActionCommand,
  withdrawConcreteAction,
} from './withdraw-concrete-action/withdraw-concrete-action.ts';

export type ConcreteActionCommand =
  | CorrectConcreteActionCommand
  | RecordConcreteActionCommand
  | WithdrawConcreteActionCommand;

const decide = (command: ConcreteActionCommand, state: ConcreteAction): Decision<ConcreteActionEvent, string> => {
  switch (command.name) {
    case 'record-concrete-action':
      return recordConcreteAction(command, state);
    case 'correct-concrete-action':
      return correctConcreteAction(command, state);
    case 'withdraw-concrete-action':
      return withdrawConcreteAction(command, state);
  }
};

export const concreteActionDecider: Decider<ConcreteActionCommand, ConcreteActionEvent, ConcreteAction, string> = {
  initialState: unknownAction,
  decide,
  evolve: evolveAction,
};
