import { channels, deliveryForms, fbsObjectives, forums } from '@demarche/contracts/vocabularies';
import { ChoiceField, LineField, TextField } from '../../forms/fields.tsx';
import type { MeetingFields } from './meeting-fields.ts';

interface FurtherProps {
  readonly fields: MeetingFields;
  put(changes: Partial<MeetingFields>): void;
  faultAt(field: string): string | undefined;
}

/** What most notes do not need: under a heading that opens. A fault inside opens it. */
export const FurtherFields = ({ fields, put, faultAt }: FurtherProps) => {
  const line = (name: 'post' | 'place' | 'recordReference' | 'otherCountries') => ({
    name,
    value: fields[name],
    fault: faultAt(name),
    set: (value: string) => put({ [name]: value }),
  });
  const open = fields.how === 'margin' || fields.how === 'other' || Boolean(faultAt('post') ?? faultAt('forum'));
  return (
    <details class="further" open={open}>
      <summary>
        Place, post, our side and more <span class="usa-hint">(held by {fields.post || '…'})</span>
      </summary>
      <LineField label="Held by" hint="The embassy or office" {...line('post')} />
      <LineField label="Place" optional {...line('place')} />
      <TextField
        name="ourParticipants"
        label="Our side"
        hint="One person a line: name, title, office"
        optional
        rows={2}
        value={fields.ourSide}
        set={(ourSide) => put({ ourSide })}
      />
      <ChoiceField
        name="forum"
        label="Forum"
        hint="A meeting in or beside a forum is multilateral."
        options={forums}
        none="None"
        fault={faultAt('forum')}
        value={fields.forum}
        set={(forum) => put({ forum })}
      />
      <LineField label="Other countries" hint="Their three-letter codes" optional {...line('otherCountries')} />
      <ChoiceField
        name="fbsObjective"
        label="Objective of the strategy"
        options={fbsObjectives}
        none="None"
        value={fields.fbsObjective}
        set={(fbsObjective) => put({ fbsObjective })}
      />
      <LineField
        label="Record copy"
        hint="Where it is filed, for example a cable number"
        optional
        {...line('recordReference')}
      />
      {fields.how === 'other' && (
        <>
          <ChoiceField
            name="channel"
            label="Channel"
            options={channels}
            value={fields.channel}
            set={(channel) => put({ channel: channel as MeetingFields['channel'] })}
          />
          <ChoiceField
            name="deliveryForm"
            label="Form of delivery"
            options={deliveryForms}
            value={fields.deliveryForm}
            set={(deliveryForm) => put({ deliveryForm: deliveryForm as MeetingFields['deliveryForm'] })}
          />
        </>
      )}
    </details>
  );
};
