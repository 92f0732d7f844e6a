import { usePerson } from '../../app/session-provider.tsx';
import { DayField, LineField } from '../../forms/fields.tsx';
import type { FollowUpFields } from './meeting-fields.ts';

interface FollowUpsProps {
  readonly followUps: readonly FollowUpFields[];
  set(followUps: readonly FollowUpFields[]): void;
}

/** What one of us will do after it. */
export const FollowUpsField = ({ followUps, set }: FollowUpsProps) => {
  const person = usePerson();
  const change = (index: number, changes: Partial<FollowUpFields>) =>
    set(followUps.map((followUp, at) => (at === index ? { ...followUp, ...changes } : followUp)));
  return (
    <div class="follow-ups-field">
      {followUps.map((followUp, index) => (
        <fieldset key={index} class="follow-up">
          <legend class="usa-label">Follow-up</legend>
          <LineField
            name={`followUps.${index}.what`}
            label="What we will do"
            max={4000}
            value={followUp.what}
            set={(what) => change(index, { what })}
          />
          <LineField
            name={`followUps.${index}.owner`}
            label="Who"
            value={followUp.owner}
            set={(owner) => change(index, { owner })}
          />
          <DayField
            name={`followUps.${index}.dueOn`}
            label="By when"
            optional
            value={followUp.dueOn}
            set={(dueOn) => change(index, { dueOn })}
          />
          <button type="button" class="link-button" onClick={() => set(followUps.filter((_, at) => at !== index))}>
            Remove this follow-up
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="chip"
        onClick={() => set([...followUps, { what: '', owner: person.name, dueOn: '' }])}
      >
        + Add a follow-up
      </button>
    </div>
  );
};
