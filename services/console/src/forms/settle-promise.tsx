import { deliveryStatuses } from '@demarche/contracts/vocabularies';
import { useState } from 'preact/hooks';
import { today } from '../words/days.ts';
import { ChoiceField, LineField, TextField } from './fields.tsx';
import { missing } from './required.ts';
import { useRecording } from './use-recording.ts';

/** Says, where the promise stands, how far it was delivered. */
export const SettlePromise = ({ commitmentId }: { readonly commitmentId: string }) => {
  const recording = useRecording();
  const [fields, setFields] = useState({ delivery: '', rationale: '', source: '' });
  const put = (changes: Partial<typeof fields>) => setFields((held) => ({ ...held, ...changes }));
  const settle = () => {
    const faults = missing([
      ['delivery', fields.delivery, 'Choose how far it was delivered.'],
      ['rationale', fields.rationale, 'Say how you know.'],
    ]);
    if (faults.length > 0) return recording.complain(faults);
    const evidence = fields.source.trim()
      ? [{ kind: 'other', reference: fields.source.trim(), address: null, publishedOn: null }]
      : [];
    const { delivery, rationale } = fields;
    void recording.send({
      name: 'reviewDelivery',
      input: { commitmentId, occurredOn: today(), country: null, delivery, rationale, evidence },
    });
  };
  if (recording.answer) return <strong role="status">Recorded.</strong>;
  return (
    <details class="settle">
      <summary>Did they keep it?</summary>
      <div class="settle__form">
        <ChoiceField
          name={`${commitmentId}.delivery`}
          label="How far it was delivered"
          options={deliveryStatuses}
          none="Choose"
          fault={recording.faultAt('delivery')}
          value={fields.delivery}
          set={(delivery) => put({ delivery })}
        />
        <TextField
          name={`${commitmentId}.rationale`}
          label="How you know"
          rows={2}
          fault={recording.faultAt('rationale')}
          value={fields.rationale}
          set={(rationale) => put({ rationale })}
        />
        <LineField
          name={`${commitmentId}.source`}
          label="Source"
          optional
          value={fields.source}
          set={(source) => put({ source })}
        />
        {recording.trouble && recording.trouble.faults.length === 0 && (
          <p class="usa-error-message" role="alert">
            {recording.trouble.detail}
          </p>
        )}
        <button type="button" class="usa-button" onClick={() => !recording.sending && settle()}>
          {recording.sending ? 'Saving …' : 'Save'}
        </button>
      </div>
    </details>
  );
};
