import {
  type Command,
  countryOfRecommendation,
  type EntryWithdrawn,
  type RejectionOf,
  type WithdrawEntry,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, reject } from '@demarche/kernel';
import { onRecord } from '../open-recommendation.ts';
import type { Recommendation } from '../recommendation.ts';

export type WithdrawEntryCommand = Command<'withdraw-entry', WithdrawEntry>;

/** Nothing is deleted: the entry stays in the history, and what held before it holds again. */
export const withdrawEntry = (
  command: WithdrawEntryCommand,
  state: Recommendation,
): Decision<EntryWithdrawn, RejectionOf<typeof WithdrawEntry>> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  const entry = record.entries.find(({ entryId }) => entryId === command.entryId);
  if (!entry)
    return reject('entry-unknown', `${command.entryId} is not an entry on the record of ${command.reference}.`);
  if (entry.withdrawn) return reject('entry-withdrawn', `${command.entryId} was withdrawn before.`);
  return accept(withdrawn(command));
};

const withdrawn = (command: WithdrawEntryCommand): EntryWithdrawn => ({
  type: 'EntryWithdrawn',
  data: {
    reference: command.reference,
    country: countryOfRecommendation(command.reference),
    entryId: command.entryId,
    occurredOn: command.today,
    reason: command.reason,
    withdrawnBy: command.officer,
  },
});
