import { useState } from 'preact/hooks';
import type { FollowUp } from '../graphql/answers.ts';
import { today } from '../words/days.ts';
import { DayField, LineField } from './fields.tsx';
import { orNull } from './required.ts';
import { useRecording } from './use-recording.ts';

/** Settles a follow-up where it stands: done, on which day, and what came of it. */
export const SettleFollowUp = ({ followUp }: { readonly followUp: Pick<FollowUp, 'followUpId' | 'engagementId'> }) => {
  const recording = useRecording({ 'occurred-in-the-future': 'occurredOn' });
  const [occurredOn, setOccurredOn] = useState(today());
  const [outcome, setOutcome] = useState('');
  const { followUpId, engagementId } = followUp;
  const settle = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    if (recording.sending) return;
    void recording.send({
      name: 'completeFollowUp',
      input: { engagementId, followUpId, occurredOn, outcome: orNull(outcome) },
    });
  };
  if (recording.answer) return <strong role="status">Done.</strong>;
  return (
    <details class="settle">
      <summary>Done</summary>
      <div class="settle__form" onKeyDown={(event) => event.key === 'Enter' && settle(event)}>
        <DayField name={`${followUpId}.occurredOn`} label="When" max={today()} value={occurredOn} set={setOccurredOn} />
        <LineField name={`${followUpId}.outcome`} label="What came of it" optional value={outcome} set={setOutcome} />
        {recording.trouble && (
          <p class="usa-error-message" role="alert">
            {recording.trouble.detail}
          </p>
        )}
        <button type="button" class="usa-button" onClick={settle}>
          {recording.sending ? 'Saving …' : 'Mark as done'}
        </button>
      </div>
    </details>
  );
};
