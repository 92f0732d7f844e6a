import {
  type CloseRecommendation,
  type Command,
  countryOfRecommendation,
  type RecommendationClosed,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import { onRecord, refuseClosed, refuseDate } from '../open-recommendation.ts';
import type { Recommendation, RecommendationRecord } from '../recommendation.ts';
import { nextEntryId, standingAssessment } from '../standing-entries.ts';

export type CloseRecommendationCommand = Command<'close-recommendation', CloseRecommendation>;
type Refusal = Rejected<RejectionOf<typeof CloseRecommendation>>;

export const closeRecommendation = (
  command: CloseRecommendationCommand,
  state: Recommendation,
): Decision<RecommendationClosed, Refusal['code']> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  return (
    refuseRole(command) ??
    refuseClosed(record) ??
    refuseDate(record, command.occurredOn, command.today) ??
    refuseUnproven(command, record) ??
    accept(closed(command, record))
  );
};

const refuseRole = ({ officer }: CloseRecommendationCommand): Refusal | undefined =>
  officer.role === 'rpa_lead'
    ? undefined
    : reject('role-not-allowed', 'Only an RPA lead closes a recommendation. Ask one to do it.');

/** “Implemented” is the word of two people: the assessor and whoever signed off. */
const refuseUnproven = ({ reason }: CloseRecommendationCommand, record: RecommendationRecord): Refusal | undefined => {
  if (reason !== 'closed_implemented') return undefined;
  const assessment = standingAssessment(record);
  if (assessment?.status !== 'implemented') {
    return reject(
      'not-assessed-implemented',
      `The last assessment of ${record.reference} does not say implemented. Assess it so first, or close it for another reason.`,
    );
  }
  return assessment.signedOff
    ? undefined
    : reject(
        'assessment-not-signed-off',
        `${assessment.entryId} was not signed off. Another RPA lead has to sign it off first.`,
      );
};

const closed = (command: CloseRecommendationCommand, record: RecommendationRecord): RecommendationClosed => ({
  type: 'RecommendationClosed',
  data: {
    reference: command.reference,
    country: countryOfRecommendation(command.reference),
    closureId: nextEntryId(record, 'closure'),
    occurredOn: command.occurredOn,
    reason: command.reason,
    explanation: command.explanation,
    closedBy: command.officer,
  },
});
