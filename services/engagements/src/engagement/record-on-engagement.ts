import { type CommandEnvelope, handleCommand } from '@demarche/event-store';
import type { Handled, WriteSide } from '@demarche/service-kit';
import { type EngagementCommand, engagementDecider } from './engagement.decider.ts';
import { engagementStream } from './engagement.ts';

/** Decides a command on the record of the engagement it names, and records what follows. */
export const recordOnEngagement = async (
  { store, clock }: WriteSide,
  command: EngagementCommand,
  envelope: CommandEnvelope,
): Promise<Handled> => ({
  ...(await handleCommand({
    store,
    clock,
    decider: engagementDecider,
    stream: engagementStream(command.engagementId),
    command,
    envelope,
  })),
  subject: command.engagementId,
  location: `/engagements/${command.engagementId}`,
});
