import {
  type Command,
  type ForumInstrumentRecorded,
  forumCommitmentIdOf,
  instrumentIdOf,
  type RecordForumInstrument,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, type Rejected, reject } from '@demarche/kernel';
import { contentOf, type Instrument } from '../instrument.ts';
import { refuseFuture } from '../recorded-instrument.ts';
import { type KnownRecommendations, refuseCommitment } from '../refuse-commitment.ts';

/** The command with those of the recommendations it names that are on record. */
export type RecordForumInstrumentCommand = Command<'record-forum-instrument', RecordForumInstrument> & {
  readonly known: KnownRecommendations;
};
type Refusal = Rejected<RejectionOf<typeof RecordForumInstrument>>;

/** A text with all its commitments is one decision: it is on record whole, or not at all. */
export const recordForumInstrument = (
  command: RecordForumInstrumentCommand,
  state: Instrument,
): Decision<ForumInstrumentRecorded, Refusal['code']> =>
  refuseTwice(command, state) ??
  refuseFuture(command.occurredOn, command.today) ??
  refuseCommitments(command) ??
  accept(recorded(command));

const refuseTwice = ({ documentSymbol }: RecordForumInstrumentCommand, state: Instrument): Refusal | undefined =>
  state.status === 'recorded'
    ? reject(
        'instrument-on-record',
        `${documentSymbol} is on record as ${state.instrumentId}, adopted on ${state.content.occurredOn}. Add commitments to it, or correct it.`,
      )
    : undefined;

const refuseCommitments = ({ commitments, occurredOn, known }: RecordForumInstrumentCommand): Refusal | undefined =>
  commitments
    .map((commitment, index) => refuseCommitment(commitment, index + 1, { adoptedOn: occurredOn, known }))
    .find((refusal) => refusal !== undefined);

const recorded = (command: RecordForumInstrumentCommand): ForumInstrumentRecorded => {
  const { forum, documentSymbol, commitments, officer } = command;
  const instrumentId = instrumentIdOf(forum, documentSymbol);
  return {
    type: 'ForumInstrumentRecorded',
    data: {
      instrumentId,
      forum,
      documentSymbol,
      ...contentOf(command),
      commitments: commitments.map((commitment, index) => ({
        commitmentId: forumCommitmentIdOf(instrumentId, index + 1),
        ordinal: index + 1,
        ...commitment,
      })),
      recordedBy: officer,
    },
  };
};
