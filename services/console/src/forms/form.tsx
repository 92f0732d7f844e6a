import type { ComponentChildren } from 'preact';
import { useAddress } from '../address/address-provider.tsx';
import { isNow } from '../address/point-in-time.ts';
import { TroubleSummary } from './trouble-summary.tsx';
import type { Recording } from './use-recording.ts';

interface FormProps {
  readonly recording: Recording;
  readonly save: string;
  onSave(): void;
  readonly children: ComponentChildren;
  /** Beside the button. */
  readonly further?: ComponentChildren;
}

/** A form of plain questions. Ctrl + Enter saves from anywhere in it; nothing is recorded from a day that is not today. */
export const Form = ({ recording, save, onSave, children, further }: FormProps) => {
  const { address } = useAddress();
  const submit = (event: Event) => {
    event.preventDefault();
    if (!recording.sending) onSave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  if (!isNow(address.point))
    return <p class="notice">Nothing is recorded from a day in the past. Go back to today first.</p>;
  return (
    <form class="form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <TroubleSummary trouble={recording.trouble} />
      {children}
      <div class="form__end">
        <button type="submit" class="usa-button" aria-disabled={recording.sending}>
          {recording.sending ? 'Saving …' : save}
        </button>
        {further}
        <span class="form__keys">Ctrl + Enter</span>
      </div>
    </form>
  );
};
