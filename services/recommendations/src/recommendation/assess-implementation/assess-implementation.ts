import {
  type AssessedStatus,
  type AssessImplementation,
  type Command,
  countryOfRecommendation,
  firstDayOf,
  type ImplementationAssessed,
  lastDayOf,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { ActionOnRecord } from '../../concrete-action/concrete-action.ts';
import { isInPeriod, isLinked } from '../../concrete-action/supports.ts';
import { onRecord, refuseClosed, refuseDate } from '../open-recommendation.ts';
import type { Recommendation, RecommendationRecord } from '../recommendation.ts';
import { nextEntryId } from '../standing-entries.ts';

/** The command with the actions it names, as their own records have them. */
export type AssessImplementationCommand = Command<'assess-implementation', AssessImplementation> & {
  readonly actions: readonly ActionOnRecord[];
};
type Refusal = Rejected<RejectionOf<typeof AssessImplementation>>;

/**
 * Only concrete actions of the reporting period move an assessment forward, or the finding that there were none; a
 * promise never does (22 U.S.C. 7107(b)(1)). What went back may be said of any recommendation, a closed one included.
 */
export const assessImplementation = (
  command: AssessImplementationCommand,
  state: Recommendation,
): Decision<ImplementationAssessed, Refusal['code']> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  return (
    (command.status === 'reversed' ? undefined : refuseClosed(record)) ??
    refuseDate(record, command.occurredOn, command.today) ??
    refusePeriod(command) ??
    refuseBasis(command) ??
    accept(assessed(command, record))
  );
};

const refusePeriod = ({ reportingPeriod, occurredOn }: AssessImplementationCommand): Refusal | undefined => {
  const [first, last] = [firstDayOf(reportingPeriod), lastDayOf(reportingPeriod)];
  return occurredOn < first || occurredOn > last
    ? reject(
        'outside-reporting-period',
        `The reporting period runs from ${first} to ${last}; ${occurredOn} lies outside it. Choose a day within the period, for a past period its last.`,
      )
    : undefined;
};

const refuseBasis = (command: AssessImplementationCommand): Refusal | undefined =>
  command.basis.kind === 'no_action_finding'
    ? refuseProgressWithoutAction(command.status)
    : (refuseActions(command) ?? refuseImplemented(command));

const progress: readonly AssessedStatus[] = ['initial_steps', 'partially_implemented', 'implemented'];

const refuseProgressWithoutAction = (status: AssessedStatus): Refusal | undefined =>
  progress.includes(status)
    ? reject(
        'progress-needs-concrete-action',
        'Progress rests on what the government has done. Name at least one concrete action, or choose a status without progress.',
      )
    : undefined;

const refuseActions = (command: AssessImplementationCommand): Refusal | undefined => {
  const missing = command.actions.find((action) => action.status !== 'recorded');
  if (missing) {
    return reject(
      'concrete-action-unknown',
      `${missing.actionId} is not on record, or was withdrawn as recorded in error. Leave it out.`,
    );
  }
  const elsewhere = command.actions.find((action) => !isLinked(action, command));
  if (elsewhere) {
    return reject(
      'concrete-action-elsewhere',
      `${elsewhere.actionId} was not recorded against ${command.reference}. Link it there by correcting the action, or leave it out.`,
    );
  }
  return command.actions.some((action) => isInPeriod(action, command))
    ? undefined
    : reject(
        'no-concrete-action-in-period',
        `None of the actions named happened between ${firstDayOf(command.reportingPeriod)} and ${lastDayOf(command.reportingPeriod)}. An assessment rests on what was done in its own period.`,
      );
};

const refuseImplemented = (command: AssessImplementationCommand): Refusal | undefined => {
  if (command.status !== 'implemented') return undefined;
  if (!command.actions.some((action) => isInPeriod(action, command) && hasEvidence(action))) {
    return reject(
      'implemented-needs-evidence',
      'None of the actions of this period has evidence. Add evidence to an action before you call the recommendation implemented.',
    );
  }
  const own = command.actions.find((action) => action.status === 'recorded' && action.reporter === command.officer.id);
  return own
    ? reject(
        'assessor-is-reporter',
        `You reported ${own.actionId} yourself. Somebody else has to judge that the recommendation is implemented.`,
      )
    : undefined;
};

const hasEvidence = (action: ActionOnRecord): boolean => action.status === 'recorded' && action.evidence.length > 0;

const assessed = (command: AssessImplementationCommand, record: RecommendationRecord): ImplementationAssessed => ({
  type: 'ImplementationAssessed',
  data: {
    reference: command.reference,
    country: countryOfRecommendation(command.reference),
    assessmentId: nextEntryId(record, 'assessment'),
    occurredOn: command.occurredOn,
    reportingPeriod: command.reportingPeriod,
    status: command.status,
    rationale: command.rationale,
    basis: command.basis,
    assessedBy: command.officer,
  },
});
