import {
  type Command,
  countryOfRecommendation,
  type EntryWithdrawn,
  type RejectionOf,
  type WithdrawEntry,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import { onRecord } from '../open-recommendation.ts';
import type { Entry, Recommendation } from '../recommendation.ts';

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
  return refuseRole(command, entry) ?? accept(withdrawn(command));
};

/** What only an RPA lead puts on record, nobody else takes off it. */
const refuseRole = ({ officer }: WithdrawEntryCommand, entry: Entry): Rejected<'role-not-allowed'> | undefined => {
  const isOfLeads = entry.kind === 'closure' || (entry.kind === 'assessment' && entry.signedOff);
  return isOfLeads && officer.role !== 'rpa_lead'
    ? reject(
        'role-not-allowed',
        `Only an RPA lead withdraws a ${entry.kind === 'closure' ? 'closure' : 'signed-off assessment'}. Ask one to withdraw ${entry.entryId}.`,
      )
    : undefined;
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
