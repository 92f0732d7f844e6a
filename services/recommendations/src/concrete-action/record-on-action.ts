import { type CommandEnvelope, handleCommand } from '@demarche/event-store';
import type { Handled, WriteSide } from '@demarche/service-kit';
import { type ConcreteActionCommand, concreteActionDecider } from './concrete-action.decider.ts';
import { actionStream } from './concrete-action.ts';

/** Decides a command on the record of one concrete action, and records what follows. */
export const recordOnAction = async (
  { store, clock }: WriteSide,
  command: ConcreteActionCommand,
  envelope: CommandEnvelope,
): Promise<Handled> => ({
  ...(await handleCommand({
    store,
    clock,
    decider: concreteActionDecider,
    stream: actionStream(command.actionId),
    command,
    envelope,
  })),
  subject: command.actionId,
  location: `/actions/${command.actionId}`,
});
