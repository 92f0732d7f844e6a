import { WithdrawConcreteAction } from '@demarche/contracts';
import type { WriteSide } from '@demarche/service-kit';
import { type CommandRoute, commandRoute } from '@demarche/service-kit';
import { recordOnAction } from '../record-on-action.ts';

export const withdrawConcreteActionRoute = (side: WriteSide): CommandRoute =>
  commandRoute(side.clock, WithdrawConcreteAction, (command, envelope) => recordOnAction(side, command, envelope));
