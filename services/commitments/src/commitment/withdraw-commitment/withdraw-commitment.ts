import type { Command, CommitmentWithdrawn, RejectionOf, WithdrawCommitment } from '@demarche/contracts';
import { accept, type Decision, isRejected } from '@demarche/kernel';
import type { Commitment, CommitmentRecord } from '../commitment.ts';
import { open, refuseDate } from '../open-commitment.ts';

export type WithdrawCommitmentCommand = Command<'withdraw-commitment', WithdrawCommitment>;

/** Nothing is deleted: the commitment stays in the history with its reviews, and is followed no further. */
export const withdrawCommitment = (
  command: WithdrawCommitmentCommand,
  state: Commitment,
): Decision<CommitmentWithdrawn, RejectionOf<typeof WithdrawCommitment>> => {
  const record = open(state);
  if (isRejected(record)) return record;
  return refuseDate(record, command.occurredOn, command.today) ?? accept(withdrawn(command, record));
};

const withdrawn = (
  { occurredOn, explanation, officer }: WithdrawCommitmentCommand,
  { commitmentId, kind, countries }: CommitmentRecord,
): CommitmentWithdrawn => ({
  type: 'CommitmentWithdrawn',
  data: { commitmentId, kind, countries: [...countries], occurredOn, explanation, withdrawnBy: officer },
});
