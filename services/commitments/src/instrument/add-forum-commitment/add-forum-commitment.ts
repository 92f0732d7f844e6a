import {
  type AddForumCommitment,
  type Command,
  type ForumCommitmentAdded,
  ForumCommitmentRequest,
  forumCommitmentIdOf,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { Instrument, InstrumentRecord } from '../instrument.ts';
import { onRecord } from '../recorded-instrument.ts';
import { type KnownRecommendations, refuseCommitment } from '../refuse-commitment.ts';

/** The command with those of the recommendations it names that are on record. */
export type AddForumCommitmentCommand = Command<'add-forum-commitment', AddForumCommitment> & {
  readonly known: KnownRecommendations;
};
type Refusal = Rejected<RejectionOf<typeof AddForumCommitment>>;

export const addForumCommitment = (
  command: AddForumCommitmentCommand,
  state: Instrument,
): Decision<ForumCommitmentAdded, Refusal['code']> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  const { known } = command;
  return (
    refuseTwice(command, record) ??
    refuseCommitment(command, nextOrdinal(record), { adoptedOn: record.content.occurredOn, known }) ??
    accept(added(command, record))
  );
};

const nextOrdinal = ({ commitments }: InstrumentRecord): number => commitments.length + 1;

const refuseTwice = (
  { paragraph, wording }: AddForumCommitmentCommand,
  { instrumentId, commitments }: InstrumentRecord,
): Refusal | undefined => {
  const same = commitments.find((commitment) => commitment.paragraph === paragraph && commitment.wording === wording);
  return same
    ? reject(
        'commitment-on-record',
        `${instrumentId} already holds these words at the same place, as ${same.commitmentId}. Review that commitment instead.`,
      )
    : undefined;
};

const request = ForumCommitmentRequest.strip();

const added = (command: AddForumCommitmentCommand, record: InstrumentRecord): ForumCommitmentAdded => {
  const ordinal = nextOrdinal(record);
  return {
    type: 'ForumCommitmentAdded',
    data: {
      instrumentId: record.instrumentId,
      occurredOn: record.content.occurredOn,
      commitment: {
        commitmentId: forumCommitmentIdOf(record.instrumentId, ordinal),
        ordinal,
        ...request.parse(command),
      },
      recordedBy: command.officer,
    },
  };
};
