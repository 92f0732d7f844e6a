import { type CommandEnvelope, type CommandResult, handleCommand } from '@demarche/event-store';
import type { Handled, WriteSide } from '@demarche/service-kit';
import { type ConcreteActionCommand, concreteActionDecider } from './concrete-action.decider.ts';
import { actionStream, type ConcreteActionEvent } from './concrete-action.ts';

/** Decides a command on the record of one concrete action, and records what follows. */
export const recordOnAction = async (
  { store, clock }: WriteSide,
  command: ConcreteActionCommand,
  envelope: CommandEnvelope,
): Promise<Handled> => {
  const result = await handleCommand({
    store,
    clock,
    decider: concreteActionDecider,
    stream: actionStream(command.actionId),
    command,
    envelope,
  });
  return { ...result, subject: command.actionId, location: timelineOf(result) };
};

/** An action is read on its country's timeline. */
const timelineOf = (result: CommandResult<string>): string => {
  const [event] = 'events' in result ? result.events : [];
  return event ? `/countries/${(event.data as ConcreteActionEvent['data']).country}` : '/countries';
};
