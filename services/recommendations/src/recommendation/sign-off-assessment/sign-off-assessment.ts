import {
  type AssessmentSignedOff,
  type Command,
  countryOfRecommendation,
  type RejectionOf,
  type SignOffAssessment,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { ActionOnRecord } from '../../concrete-action/concrete-action.ts';
import { onRecord } from '../open-recommendation.ts';
import type { AssessmentEntry, Recommendation, RecommendationRecord } from '../recommendation.ts';
import { refuseFallenBasis } from '../refuse-fallen-basis.ts';
import { standingAssessment } from '../standing-entries.ts';

/** The command with the actions on which the recommendation's assessments rest, as their own records have them. */
export type SignOffAssessmentCommand = Command<'sign-off-assessment', SignOffAssessment> & {
  readonly actions: readonly ActionOnRecord[];
};
type Refusal = Rejected<RejectionOf<typeof SignOffAssessment>>;

/** The sign-off names the assessment, so that a later one is not covered by it. */
export const signOffAssessment = (
  command: SignOffAssessmentCommand,
  state: Recommendation,
): Decision<AssessmentSignedOff, Refusal['code']> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  const assessment = record.entries.find((entry) => entry.entryId === command.assessmentId);
  if (assessment?.kind !== 'assessment' || assessment.withdrawn) {
    return reject(
      'assessment-unknown',
      `${command.assessmentId} is not an assessment that stands on the record of ${command.reference}.`,
    );
  }
  return (
    refusePerson(command, assessment) ??
    refuseAssessment(record, assessment) ??
    refuseFallenBasis(record, assessment, command.actions) ??
    accept(signedOff(command))
  );
};

const refusePerson = ({ officer }: SignOffAssessmentCommand, { assessor }: AssessmentEntry): Refusal | undefined => {
  if (officer.role !== 'rpa_lead')
    return reject('role-not-allowed', 'Only an RPA lead signs off an assessment. Ask one to do it.');
  return officer.id === assessor
    ? reject('sign-off-by-assessor', 'You made this assessment yourself. Another RPA lead has to sign it off.')
    : undefined;
};

const refuseAssessment = (record: RecommendationRecord, assessment: AssessmentEntry): Refusal | undefined => {
  if (assessment.signedOff) return reject('already-signed-off', `${assessment.entryId} was signed off before.`);
  const standing = standingAssessment(record);
  return standing && standing.entryId !== assessment.entryId
    ? reject(
        'assessment-replaced',
        `${standing.entryId} has taken the place of ${assessment.entryId}. Sign off the later one.`,
      )
    : undefined;
};

const signedOff = (command: SignOffAssessmentCommand): AssessmentSignedOff => ({
  type: 'AssessmentSignedOff',
  data: {
    reference: command.reference,
    country: countryOfRecommendation(command.reference),
    assessmentId: command.assessmentId,
    occurredOn: command.today,
    signedOffBy: command.officer,
  },
});
