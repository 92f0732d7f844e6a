import { type CommandEnvelope, handleCommand } from '@demarche/event-store';
import type { Handled, WriteSide } from '@demarche/service-kit';
import { type CommitmentCommand, commitmentDecider } from './commitment.decider.ts';
import { commitmentStream, originOf } from './commitment.ts';

/** Decides a command on the record of the promise or forum commitment it names, and records what follows. */
export const recordOnCommitment = async (
  { store, clock }: WriteSide,
  command: CommitmentCommand,
  envelope: CommandEnvelope,
): Promise<Handled> => ({
  ...(await handleCommand({
    store,
    clock,
    decider: commitmentDecider(command.commitmentId),
    stream: commitmentStream(command.commitmentId),
    origins: [originOf(command.commitmentId)],
    command,
    envelope,
  })),
  subject: command.commitmentId,
  location: `/commitments/${command.commitmentId}`,
});
