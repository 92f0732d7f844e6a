import {
  type Command,
  countryOfRecommendation,
  type NotePace,
  type PaceNoted,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected } from '@demarche/kernel';
import { onRecord, refuseClosed, refuseDate } from '../open-recommendation.ts';
import type { Recommendation } from '../recommendation.ts';

export type NotePaceCommand = Command<'note-pace', NotePace>;

export const notePace = (
  command: NotePaceCommand,
  state: Recommendation,
): Decision<PaceNoted, RejectionOf<typeof NotePace>> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  return refuseClosed(record) ?? refuseDate(record, command.occurredOn, command.today) ?? accept(noted(command));
};

const noted = (command: NotePaceCommand): PaceNoted => ({
  type: 'PaceNoted',
  data: {
    reference: command.reference,
    country: countryOfRecommendation(command.reference),
    occurredOn: command.occurredOn,
    pace: command.pace,
    waitingOn: command.waitingOn,
    note: command.note,
    notedBy: command.officer,
  },
});
