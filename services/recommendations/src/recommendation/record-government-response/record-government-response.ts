import {
  type Command,
  countryOfRecommendation,
  type GovernmentResponseRecorded,
  type RecordGovernmentResponse,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected } from '@demarche/kernel';
import { onRecord, refuseClosed, refuseDate } from '../open-recommendation.ts';
import type { Recommendation, RecommendationRecord } from '../recommendation.ts';
import { nextEntryId } from '../standing-entries.ts';

export type RecordGovernmentResponseCommand = Command<'record-government-response', RecordGovernmentResponse>;

/** Neither “noted” nor “rejected” closes a recommendation; one rejected at first is often acted on later. */
export const recordGovernmentResponse = (
  command: RecordGovernmentResponseCommand,
  state: Recommendation,
): Decision<GovernmentResponseRecorded, RejectionOf<typeof RecordGovernmentResponse>> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  return (
    refuseClosed(record) ?? refuseDate(record, command.occurredOn, command.today) ?? accept(recorded(command, record))
  );
};

const recorded = (
  command: RecordGovernmentResponseCommand,
  record: RecommendationRecord,
): GovernmentResponseRecorded => ({
  type: 'GovernmentResponseRecorded',
  data: {
    reference: command.reference,
    country: countryOfRecommendation(command.reference),
    responseId: nextEntryId(record, 'response'),
    occurredOn: command.occurredOn,
    response: command.response,
    comment: command.comment,
    respondent: command.respondent,
    recordedBy: command.officer,
  },
});
