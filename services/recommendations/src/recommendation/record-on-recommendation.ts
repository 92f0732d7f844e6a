import { type CommandEnvelope, handleCommand } from '@demarche/event-store';
import type { Handled, WriteSide } from '@demarche/service-kit';
import { type RecommendationCommand, recommendationDecider } from './recommendation.decider.ts';
import { originOf, recommendationStream } from './recommendation.ts';

/** Decides a command on the record of the recommendation it names, and records what follows. */
export const recordOnRecommendation = async (
  { store, clock }: WriteSide,
  command: RecommendationCommand,
  envelope: CommandEnvelope,
): Promise<Handled> => ({
  ...(await handleCommand({
    store,
    clock,
    decider: recommendationDecider(command.reference),
    stream: recommendationStream(command.reference),
    origins: [originOf(command.reference)],
    command,
    envelope,
  })),
  subject: command.reference,
  location: `/recommendations/${command.reference}`,
});
