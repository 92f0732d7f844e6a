import type { Filling } from '../../forms/command-page.tsx';
import { type EvidenceDraft, EvidenceEditor, evidenceInput } from '../../forms/evidence-editor.tsx';
import { DayField, LineField, TextField } from '../../forms/fields.tsx';
import { missing, orNull } from '../../forms/required.ts';
import { TicksField } from '../../forms/ticks-field.tsx';
import type { FieldFault } from '../../graphql/send-command.ts';
import { today } from '../../words/days.ts';

export interface ActionFields {
  readonly occurredOn: string;
  readonly description: string;
  readonly responsibleBody: string;
  readonly evidence: readonly EvidenceDraft[];
  readonly recommendations: readonly string[];
}

export interface Candidate {
  readonly reference: string;
  readonly ordinal: number;
  readonly text: string;
}

export const ACTION_RULES = {
  'occurred-in-the-future': 'occurredOn',
  'recommendation-unknown': 'recommendations',
  'several-countries': 'recommendations',
};

export const checkAction = ({ occurredOn, description, recommendations }: ActionFields): FieldFault[] =>
  missing([
    ['recommendations', recommendations, 'Choose at least one recommendation that it answers to.'],
    ['description', description, 'Say what was done.'],
    ['occurredOn', occurredOn, 'Give the day on which it happened.'],
  ]);

export const actionInput = ({ responsibleBody, evidence, description, occurredOn, recommendations }: ActionFields) => ({
  occurredOn,
  description,
  recommendations,
  responsibleBody: orNull(responsibleBody),
  evidence: evidenceInput(evidence),
});

/** The questions about a concrete action, the same for a new one and for a correction. */
export const ActionQuestions = ({
  filling,
  candidates,
}: {
  readonly filling: Filling<ActionFields>;
  readonly candidates: readonly Candidate[];
}) => {
  const { fields, put, bind, faultAt } = filling;
  return (
    <>
      <TicksField
        name="recommendations"
        label="Recommendations that it answers to"
        fault={faultAt('recommendations')}
        options={candidates.map(({ reference, ordinal, text }) => ({ value: reference, label: `${ordinal}. ${text}` }))}
        values={fields.recommendations}
        set={(values) => put({ recommendations: values })}
      />
      <TextField
        label="What was done"
        hint="Something that has happened and can be shown. What they say they will do is a promise: log it with the meeting."
        {...bind('description')}
      />
      <DayField label="When it happened" max={today()} {...bind('occurredOn')} />
      <LineField label="By whom" hint="For example: Ministry of Labour" optional {...bind('responsibleBody')} />
      <EvidenceEditor
        evidence={fields.evidence}
        hint="Without a source nothing can be assessed as implemented."
        set={(evidence) => put({ evidence })}
        faultAt={faultAt}
      />
    </>
  );
};
