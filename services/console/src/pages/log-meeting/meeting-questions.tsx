import { markings } from '@demarche/contracts/vocabularies';
import type { Drafting } from '../../drafts/use-draft.ts';
import { CountryChoice } from '../../forms/country-choice.tsx';
import { ChipsField, ChoiceField, DayField, TextField } from '../../forms/fields.tsx';
import type { Recording } from '../../forms/use-recording.ts';
import { today } from '../../words/days.ts';
import type { KnownBefore } from './before-you-write.document.ts';
import { CounterpartsField } from './counterparts-field.tsx';
import { FollowUpsField } from './follow-ups-field.tsx';
import { FurtherFields } from './further-fields.tsx';
import { HOW, type How, type MeetingFields, personInWords } from './meeting-fields.ts';
import { RaisedField } from './raised-field.tsx';

const metBefore = (known: KnownBefore | null): string[] => [
  ...new Set(
    (known?.engagements.nodes ?? []).flatMap(({ theirParticipants }) =>
      theirParticipants.map(({ name, title, body }) => personInWords({ name, title: title ?? '', body: body ?? '' })),
    ),
  ),
];

interface QuestionsProps {
  readonly drafting: Drafting<MeetingFields>;
  readonly recording: Recording;
  readonly known: KnownBefore | null;
}

/** The questions about a meeting, the needful first. */
export const MeetingQuestions = ({ drafting: { fields, put }, recording: { faultAt }, known }: QuestionsProps) => (
  <>
    <div class="form__pair">
      <CountryChoice
        code={fields.country}
        fault={faultAt('countries')}
        choose={(country) => put({ country, raised: {} })}
      />
      <DayField
        name="occurredOn"
        label="Date"
        max={today()}
        fault={faultAt('occurredOn')}
        value={fields.occurredOn}
        set={(occurredOn) => put({ occurredOn })}
      />
    </div>
    <ChipsField name="how" label="How" options={HOW} value={fields.how} set={(how) => put({ how: how as How })} />
    <CounterpartsField
      people={fields.counterparts}
      text={fields.counterpartText}
      fault={faultAt('theirParticipants')}
      known={metBefore(known)}
      set={(counterparts, counterpartText) => put({ counterparts, counterpartText })}
    />
    {fields.country && (
      <RaisedField
        candidates={known?.recommendations.nodes ?? []}
        raised={fields.raised}
        set={(raised) => put({ raised })}
        faultAt={faultAt}
      />
    )}
    <TextField
      name="summary"
      label="What was said"
      rows={6}
      max={10_000}
      hint="Name no victims."
      fault={faultAt('summary')}
      value={fields.summary}
      set={(summary) => put({ summary })}
    />
    <ChoiceField
      name="marking"
      label="Marking"
      options={markings}
      value={fields.marking}
      set={(marking) => put({ marking })}
    />
    <FollowUpsField followUps={fields.followUps} set={(followUps) => put({ followUps })} />
    <FurtherFields fields={fields} put={put} faultAt={faultAt} />
  </>
);
