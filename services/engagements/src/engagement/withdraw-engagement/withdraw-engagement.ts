import type { Command, EngagementWithdrawn, RejectionOf, WithdrawEngagement } from '@demarche/contracts';
import { accept, type Decision, isRejected } from '@demarche/kernel';
import type { Engagement } from '../engagement.ts';
import { standing } from '../standing-engagement.ts';

export type WithdrawEngagementCommand = Command<'withdraw-engagement', WithdrawEngagement>;

/** Nothing is deleted: the engagement stays in the history, and with it what was raised, promised and assigned. */
export const withdrawEngagement = (
  command: WithdrawEngagementCommand,
  state: Engagement,
): Decision<EngagementWithdrawn, RejectionOf<typeof WithdrawEngagement>> => {
  const record = standing(state);
  if (isRejected(record)) return record;
  return accept({
    type: 'EngagementWithdrawn',
    data: {
      engagementId: record.engagementId,
      countries: record.content.countries,
      occurredOn: command.today,
      reason: command.reason,
      withdrawnBy: command.officer,
    },
  });
};
