import { receptions } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { usePerson } from '../../app/session-provider.tsx';
import { SettleFollowUp } from '../../forms/settle-follow-up.tsx';
import { SettlePromise } from '../../forms/settle-promise.tsx';
import { numberOf } from '../../timeline/describe-entry.ts';
import { listInWords, shortDay, today } from '../../words/days.ts';
import { unended } from '../../words/unended.ts';
import type { KnownBefore } from './before-you-write.document.ts';

const LastMeeting = ({ known }: { readonly known: KnownBefore }) => {
  const { to } = useAddress();
  const last = known.engagements.nodes[0];
  if (!last) return <li>No meeting is on record.</li>;
  const who = listInWords(last.theirParticipants.map(({ name, title }) => title ?? name));
  const raised = last.raised.map(
    ({ reference, reception }) => `${receptions[reception].toLowerCase()} ${numberOf(reference, known.reportYear)}`,
  );
  return (
    <li>
      Last meeting: <a href={to(`/engagements/${last.engagementId}`)}>{shortDay(last.occurredOn, today())}</a>, {who}
      {raised.length > 0 && `; they ${listInWords(raised)}`}
    </li>
  );
};

/** What one would look up anyway, each thing settled where it stands. */
export const BeforeYouWrite = ({ known }: { readonly known: KnownBefore | null }) => {
  const person = usePerson();
  if (!known) return null;
  const followUps = known.followUps.nodes.toSorted(
    (a, b) => Number(b.owner === person.name) - Number(a.owner === person.name),
  );
  return (
    <section class="panel" aria-labelledby="before">
      <h2 id="before">Before you write</h2>
      <ul class="attention">
        <LastMeeting known={known} />
        {known.commitments.nodes.map((promise) => (
          <li key={promise.commitmentId}>
            {promise.madeBy ?? promise.responsibleBody ?? 'They'} promised: {unended(promise.wording)}
            {promise.dueOn && ', by '}
            {promise.dueOn && <strong>{shortDay(promise.dueOn, today())}</strong>}
            {promise.overdue && <strong class="pressing"> (overdue)</strong>}.{' '}
            <SettlePromise commitmentId={promise.commitmentId} />
          </li>
        ))}
        {followUps.map((followUp) => (
          <li key={followUp.followUpId}>
            {followUp.owner === person.name ? 'Your follow-up' : `${followUp.owner}’s follow-up`} “{followUp.what}” is
            still open
            {followUp.dueOn && `, due ${shortDay(followUp.dueOn, today())}`}
            {followUp.overdue && <strong class="pressing"> (overdue)</strong>}. <SettleFollowUp followUp={followUp} />
          </li>
        ))}
      </ul>
    </section>
  );
};
