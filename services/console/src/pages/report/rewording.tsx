import { sectionStates } from '@demarche/contracts/vocabularies';
import { useState } from 'preact/hooks';
import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import { ChipsField, TextField } from '../../forms/fields.tsx';
import { missing } from '../../forms/required.ts';
import { TroubleSummary } from '../../forms/trouble-summary.tsx';
import { useRecording } from '../../forms/use-recording.ts';
import type { CountryReport, Rewording } from '../../graphql/answers.ts';
import { tierName } from '../../marks/tier-course.ts';
import { dayInWords } from '../../words/days.ts';
import { ComparedLists } from './compared-lists.tsx';

interface RewordingProps {
  readonly report: CountryReport;
  readonly rewording: Rewording;
}

const DECISIONS = { adopted: 'Adopt it: it corrects the report', dismissed: 'Dismiss it: the report stays' };

const Decide = ({ report, rewording }: RewordingProps) => {
  const recording = useRecording();
  const [fields, setFields] = useState({ decision: '', reason: '' });
  const decide = (event: Event) => {
    event.preventDefault();
    const faults = missing([
      ['decision', fields.decision, 'Choose between the two texts.'],
      ['reason', fields.reason, 'Say why.'],
    ]);
    if (faults.length > 0) return recording.complain(faults);
    const { reportId } = report;
    void recording.send({
      name: 'reviewRewording',
      input: { reportId, rewordingId: rewording.rewordingId, ...fields },
    });
  };
  if (recording.answer) return <p role="status">Decided, and on record.</p>;
  return (
    <form class="form" noValidate onSubmit={decide}>
      <TroubleSummary trouble={recording.trouble} />
      <ChipsField
        name="decision"
        label="Which text holds"
        options={DECISIONS}
        fault={recording.faultAt('decision')}
        value={fields.decision}
        set={(decision) => setFields({ ...fields, decision })}
      />
      <TextField
        name="reason"
        label="Why"
        rows={2}
        fault={recording.faultAt('reason')}
        value={fields.reason}
        set={(reason) => setFields({ ...fields, reason })}
      />
      <button type="submit" class="usa-button" aria-disabled={recording.sending}>
        {recording.sending ? 'Saving …' : 'Save the decision'}
      </button>
    </form>
  );
};

const TierDifference = ({ report, rewording: { tier } }: RewordingProps) => {
  if (!tier || tier.value === report.tier?.value) return null;
  return (
    <p>
      Tier: <del>{tierName(report.tier?.value ?? null)}</del> <ins>{tierName(tier.value)}</ins>
    </p>
  );
};

const Decided = ({ review }: { readonly review: NonNullable<Rewording['review']> }) => (
  <p>
    <strong>{review.decision === 'adopted' ? 'Adopted' : 'Dismissed'}</strong> {dayInWords(review.occurredOn)} by{' '}
    {review.by.name}: {review.reason}
  </p>
);

/** A differing text that was received for the report: what differs, and the decision between the two. */
export const RewordingPanel = ({ report, rewording }: RewordingProps) => {
  const { address } = useAddress();
  const { review, source } = rewording;
  return (
    <section class="panel rewording" aria-labelledby={rewording.rewordingId}>
      <h3 id={rewording.rewordingId}>
        {rewording.rewordingId}, received {dayInWords(rewording.receivedAt)} from {rewording.receivedBy.name}
      </h3>
      <p class="quiet">
        {source.fileName ?? source.address ?? 'source not named'} · list {sectionStates[rewording.section]}
      </p>
      {/* The report may have been corrected since, by this very text: only what is open is compared with it as it stands. */}
      {!review && (
        <>
          <TierDifference report={report} rewording={rewording} />
          <ComparedLists published={report.recommendations} received={rewording.recommendations} />
        </>
      )}
      {review && <Decided review={review} />}
      {!review && isNow(address.point) && <Decide report={report} rewording={rewording} />}
    </section>
  );
};
