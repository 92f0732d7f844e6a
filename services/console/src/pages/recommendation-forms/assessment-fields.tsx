import { implementationStatuses } from '@demarche/contracts/vocabularies';
import type { Filling } from '../../forms/command-page.tsx';
import { ChipsField, ChoiceField, DayField, TextField } from '../../forms/fields.tsx';
import { missing } from '../../forms/required.ts';
import { TicksField } from '../../forms/ticks-field.tsx';
import type { FieldFault } from '../../graphql/send-command.ts';
import { counted, dayInWords, lastDayWithin, periodInWords, periodOf, today } from '../../words/days.ts';
import { firstDayWithin } from './assessable-periods.ts';
import type { ActionEntry } from './recommendation-brief.tsx';

const { not_assessed: _, ...statuses } = implementationStatuses;

/** Field by field, what each value claims (domain vocabulary 6b). */
const TESTS: Readonly<Record<string, string>> = {
  no_evidence: 'Looked, and nothing was found either way.',
  not_started: 'There is evidence that nothing was done.',
  initial_steps: 'At least one concrete action in the period; the main elements are outstanding.',
  partially_implemented: 'Substantial elements are done; a stated gap remains.',
  implemented:
    'Concrete actions meet the intent, with evidence; somebody other than the reporter assesses, another signs off.',
  reversed: 'Earlier progress was undone, or something contrary was done.',
};

export const ASSESSMENT_RULES = {
  'occurred-in-the-future': 'occurredOn',
  'occurred-before-issue': 'occurredOn',
  'outside-reporting-period': 'occurredOn',
  'concrete-action-unknown': 'actions',
  'concrete-action-elsewhere': 'actions',
  'no-concrete-action-in-period': 'actions',
  'progress-needs-concrete-action': 'status',
  'implemented-needs-evidence': 'actions',
  'assessor-is-reporter': 'status',
};

export interface AssessmentFields {
  readonly period: string;
  readonly occurredOn: string;
  readonly status: string;
  readonly basis: string;
  readonly actions: readonly string[];
  readonly finding: string;
  readonly rationale: string;
}

export const checkAssessment = ({
  status,
  basis,
  actions,
  finding,
  rationale,
  occurredOn,
}: AssessmentFields): FieldFault[] =>
  missing([
    basis === 'actions'
      ? ['actions', actions, 'Choose what was done in the period, or record the finding that nothing was.']
      : ['finding', finding, 'Say where you looked and what you found.'],
    ['status', status, 'Choose how far it was implemented.'],
    ['rationale', rationale, 'Say why, in a sentence or two.'],
    ['occurredOn', occurredOn, 'Give the day as of which this holds.'],
  ]);

export const assessmentInput = (
  reference: string,
  { period, occurredOn, status, basis, actions, finding, rationale }: AssessmentFields,
) => ({
  reference,
  reportingPeriod: Number(period),
  occurredOn,
  status,
  rationale,
  basis: basis === 'actions' ? { concreteActions: { actions } } : { noActionFinding: { finding } },
});

export const isInPeriod = (action: ActionEntry, period: string): boolean =>
  periodOf(action.occurredOn) === Number(period);

const BasisFields = ({
  filling,
  actions,
}: {
  readonly filling: Filling<AssessmentFields>;
  readonly actions: readonly ActionEntry[];
}) => {
  const { fields, put, bind, faultAt } = filling;
  const usable = actions.filter((action) => isInPeriod(action, fields.period));
  return (
    <>
      <ChipsField
        label="It rests on"
        options={{ actions: 'What was done', finding: 'A finding that nothing was done' }}
        {...bind('basis')}
      />
      {fields.basis === 'finding' && (
        <TextField label="The finding" hint="Where you looked, and what you did not find." {...bind('finding')} />
      )}
      {fields.basis === 'actions' && (
        <TicksField
          name="actions"
          label="Concrete actions of this period"
          hint={
            usable.length === 0
              ? `None is on record between ${periodInWords(Number(fields.period))}. Record what was done first, or choose the finding that nothing was.`
              : undefined
          }
          fault={faultAt('actions')}
          options={usable.map(({ actionId, occurredOn, description, evidence }) => ({
            value: actionId,
            label: `${dayInWords(occurredOn)}: ${description} (${evidence.length === 0 ? 'no evidence given' : counted(evidence.length, 'source')})`,
          }))}
          values={fields.actions}
          set={(values) => put({ actions: values })}
        />
      )}
    </>
  );
};

export const AssessmentQuestions = ({
  filling,
  actions,
  periods,
  issuedOn,
}: {
  readonly filling: Filling<AssessmentFields>;
  readonly actions: readonly ActionEntry[];
  readonly periods: ReadonlyMap<string, string>;
  readonly issuedOn: string;
}) => {
  const { fields, bind, put } = filling;
  return (
    <>
      <ChoiceField
        label="Reporting period"
        options={periods}
        {...bind('period')}
        set={(period) => put({ period, actions: [], occurredOn: lastDayWithin(Number(period), today()) })}
      />
      <BasisFields filling={filling} actions={actions} />
      <ChipsField
        label="How far was it implemented"
        options={statuses}
        hint={TESTS[fields.status]}
        {...bind('status')}
      />
      <TextField label="Why" {...bind('rationale')} />
      <DayField
        label="As of"
        hint="A day within the period."
        min={firstDayWithin(Number(fields.period), issuedOn)}
        max={lastDayWithin(Number(fields.period), today())}
        {...bind('occurredOn')}
      />
    </>
  );
};
