import type { Command, CommitmentFulfilled, FulfilCommitment, RejectionOf } from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { Commitment, CommitmentRecord } from '../commitment.ts';
import { isComplete } from '../delivery-found.ts';
import { open, refuseDate } from '../open-commitment.ts';

export type FulfilCommitmentCommand = Command<'fulfil-commitment', FulfilCommitment>;
type Refusal = Rejected<RejectionOf<typeof FulfilCommitment>>;

export const fulfilCommitment = (
  command: FulfilCommitmentCommand,
  state: Commitment,
): Decision<CommitmentFulfilled, Refusal['code']> => {
  const record = open(state);
  if (isRejected(record)) return record;
  return (
    refuseDate(record, command.occurredOn, command.today) ??
    refuseUndelivered(record) ??
    accept(fulfilled(command, record))
  );
};

const refuseUndelivered = (record: CommitmentRecord): Refusal | undefined =>
  isComplete(record)
    ? undefined
    : reject(
        'delivery-not-complete',
        `The last review does not find ${record.commitmentId} delivered completely. Review its delivery first.`,
      );

const fulfilled = (
  { occurredOn, explanation, officer }: FulfilCommitmentCommand,
  { commitmentId, kind, countries }: CommitmentRecord,
): CommitmentFulfilled => ({
  type: 'CommitmentFulfilled',
  data: { commitmentId, kind, countries: [...countries], occurredOn, explanation, confirmedBy: officer },
});
