import { isDeepStrictEqual } from 'node:util';
import type { Command, CorrectForumInstrument, ForumInstrumentCorrected, RejectionOf } from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import { contentOf, type Instrument, type InstrumentRecord } from '../instrument.ts';
import { onRecord, refuseFuture } from '../recorded-instrument.ts';
import { refuseDueDate } from '../refuse-commitment.ts';

export type CorrectForumInstrumentCommand = Command<'correct-forum-instrument', CorrectForumInstrument>;
type Refusal = Rejected<RejectionOf<typeof CorrectForumInstrument>>;

export const correctForumInstrument = (
  command: CorrectForumInstrumentCommand,
  state: Instrument,
): Decision<ForumInstrumentCorrected, Refusal['code']> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  return (
    refuseFuture(command.occurredOn, command.today) ??
    refuseDueDates(command, record) ??
    refuseSame(command, record) ??
    accept(corrected(command))
  );
};

const refuseDueDates = (
  { occurredOn }: CorrectForumInstrumentCommand,
  { commitments }: InstrumentRecord,
): Refusal | undefined =>
  commitments
    .map((commitment) => refuseDueDate(commitment, commitment.ordinal, occurredOn))
    .find((refusal) => refusal !== undefined);

const refuseSame = (
  command: CorrectForumInstrumentCommand,
  { instrumentId, content }: InstrumentRecord,
): Refusal | undefined =>
  isDeepStrictEqual(contentOf(command), content)
    ? reject('nothing-to-correct', `${instrumentId} already reads exactly so. Change what is wrong, or leave it.`)
    : undefined;

const corrected = (command: CorrectForumInstrumentCommand): ForumInstrumentCorrected => ({
  type: 'ForumInstrumentCorrected',
  data: {
    instrumentId: command.instrumentId,
    ...contentOf(command),
    reason: command.reason,
    correctedBy: command.officer,
  },
});
