import {
  type CloseRecommendation,
  type Command,
  countryOfRecommendation,
  type RecommendationClosed,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { ActionOnRecord } from '../../concrete-action/concrete-action.ts';
import { onRecord, refuseClosed, refuseDate } from '../open-recommendation.ts';
import type { Recommendation, RecommendationRecord } from '../recommendation.ts';
import { refuseFallenBasis } from '../refuse-fallen-basis.ts';
import { nextEntryId, standingAssessment } from '../standing-entries.ts';

/** The command with the actions on which the recommendation's assessments rest, as their own records have them. */
export type CloseRecommendationCommand = Command<'close-recommendation', CloseRecommendation> & {
  readonly actions: readonly ActionOnRecord[];
};
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
const refuseUnproven = (
  { reason, actions }: CloseRecommendationCommand,
  record: RecommendationRecord,
): Refusal | undefined => {
  if (reason !== 'closed_implemented') return undefined;
  const assessment = standingAssessment(record);
  if (assessment?.status !== 'implemented') {
    return reject(
      'not-assessed-implemented',
      `The last assessment of ${record.reference} does not say implemented. Assess it so first, or close it for another reason.`,
    );
  }
  return assessment.signedOff
    ? refuseFallenBasis(record, assessment, actions)
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
