import { useRecording } from '../../forms/use-recording.ts';

/** A second person confirms an assessment, with one press; the refusal of a rule stands beside the button. */
export const SignOff = ({ reference, assessmentId }: { readonly reference: string; readonly assessmentId: string }) => {
  const recording = useRecording();
  const sign = () => void recording.send({ name: 'signOffAssessment', input: { reference, assessmentId } });
  return (
    <span class="sign-off">
      <button
        type="button"
        class="link-button"
        aria-disabled={recording.sending}
        onClick={() => !recording.sending && sign()}
      >
        {recording.sending ? 'Signing off …' : 'Sign off'}
      </button>
      <span role="status">
        {recording.trouble && <span class="usa-error-message">{recording.trouble.detail}</span>}
        {recording.answer && <strong>Signed off.</strong>}
      </span>
    </span>
  );
};
