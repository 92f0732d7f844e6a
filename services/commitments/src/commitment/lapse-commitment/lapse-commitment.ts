import type { Command, CommitmentLapsed, LapseCommitment, RejectionOf } from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { Commitment, CommitmentRecord } from '../commitment.ts';
import { isComplete } from '../delivery-found.ts';
import { open, refuseDate } from '../open-commitment.ts';

export type LapseCommitmentCommand = Command<'lapse-commitment', LapseCommitment>;
type Refusal = Rejected<RejectionOf<typeof LapseCommitment>>;

export const lapseCommitment = (
  command: LapseCommitmentCommand,
  state: Commitment,
): Decision<CommitmentLapsed, Refusal['code']> => {
  const record = open(state);
  if (isRejected(record)) return record;
  return (
    refuseDate(record, command.occurredOn, command.today) ??
    refuseNotDue(command, record) ??
    refuseDelivered(record) ??
    accept(lapsed(command, record))
  );
};

const refuseNotDue = (
  { occurredOn }: LapseCommitmentCommand,
  { commitmentId, dueOn }: CommitmentRecord,
): Refusal | undefined => {
  if (dueOn === null) {
    return reject(
      'no-due-date',
      `${commitmentId} has no due date, so it cannot lapse. Review its delivery, or withdraw it if it was taken back.`,
    );
  }
  return occurredOn <= dueOn
    ? reject('not-yet-due', `${commitmentId} is due on ${dueOn}. It can lapse from the day after.`)
    : undefined;
};

const refuseDelivered = (record: CommitmentRecord): Refusal | undefined =>
  isComplete(record)
    ? reject(
        'delivery-complete',
        `The last review finds ${record.commitmentId} delivered completely. Mark it as fulfilled, or review its delivery again.`,
      )
    : undefined;

const lapsed = (
  { occurredOn, explanation, officer }: LapseCommitmentCommand,
  { commitmentId, kind, countries }: CommitmentRecord,
): CommitmentLapsed => ({
  type: 'CommitmentLapsed',
  data: { commitmentId, kind, countries: [...countries], occurredOn, explanation, recordedBy: officer },
});
