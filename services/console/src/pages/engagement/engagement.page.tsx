import { commitmentStates, receptions } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import { NotUpToDate } from '../../app/not-up-to-date.tsx';
import type { PageFrame } from '../../app/page.tsx';
import { RecordPage } from '../../app/record-page.tsx';
import { SensitivePage } from '../../app/sensitivity.tsx';
import { SettleFollowUp } from '../../forms/settle-follow-up.tsx';
import { useAnswer } from '../../graphql/use-answer.ts';
import { asSentence } from '../../words/as-sentence.ts';
import { dayInWords, recordedLater } from '../../words/days.ts';
import { formOf } from '../../words/form-of.ts';
import { type EngagementAnswer, EngagementDocument, type EngagementHeld } from './engagement.document.ts';
import { EngagementFacts } from './engagement-facts.tsx';

type Held = { readonly held: EngagementHeld };

const Raised = ({ held }: Held) => {
  const { to } = useAddress();
  return (
    <section aria-labelledby="raised">
      <h2 id="raised">Recommendations raised</h2>
      {held.raised.length === 0 && <p class="quiet">None.</p>}
      <ul class="lines">
        {held.raised.map(({ reference, text, reception, note }) => (
          <li key={reference} class="line">
            <a class="line__title" href={to(`/recommendations/${reference}`)}>
              {text}
            </a>
            <span class="line__notes">{reference}</span>
            {note && <span class="line__text">{note}</span>}
            <span class="line__side">{receptions[reception]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface PromiseLineProps {
  readonly promise: EngagementHeld['promises'][number];
  /** A promise goes with the engagement in which it was made, and has no page any more. */
  readonly withdrawn: boolean;
}

const PromiseState = ({ promise: { overdue, state }, withdrawn }: PromiseLineProps) => {
  if (withdrawn) return <>Withdrawn with the engagement</>;
  return overdue ? <strong class="pressing">Overdue</strong> : <>{commitmentStates[state]}</>;
};

const PromiseLine = ({ promise, withdrawn }: PromiseLineProps) => {
  const { to } = useAddress();
  const { commitmentId, wording, dueOn } = promise;
  return (
    <li class="line">
      {withdrawn ? (
        <span class="line__title">{wording}</span>
      ) : (
        <a class="line__title" href={to(`/commitments/${commitmentId}`)}>
          {wording}
        </a>
      )}
      <span class="line__notes">{dueOn ? `due ${dayInWords(dueOn)}` : 'no due date'}</span>
      <span class="line__side">
        <PromiseState promise={promise} withdrawn={withdrawn} />
      </span>
    </li>
  );
};

const Promises = ({ held }: Held) => (
  <section aria-labelledby="promises">
    <h2 id="promises">What they promised</h2>
    {held.promises.length === 0 && <p class="quiet">Nothing.</p>}
    <ul class="lines">
      {held.promises.map((promise) => (
        <PromiseLine key={promise.commitmentId} promise={promise} withdrawn={held.withdrawn !== null} />
      ))}
    </ul>
  </section>
);

type FollowUp = EngagementHeld['followUps']['nodes'][number];

interface FollowUpLineProps {
  readonly followUp: FollowUp;
  readonly withdrawn: boolean;
}

const Settled = ({ followUp: { done, overdue }, withdrawn }: FollowUpLineProps) => {
  if (done) return <>Done {dayInWords(done.occurredOn)}</>;
  if (withdrawn) return <>Withdrawn with the engagement</>;
  return overdue ? <strong class="pressing">Overdue</strong> : <>Open</>;
};

const FollowUpLine = ({ followUp, withdrawn }: FollowUpLineProps) => {
  const { address } = useAddress();
  const { what, owner, dueOn, done } = followUp;
  const open = !done && !withdrawn;
  return (
    <li class="line">
      <span class="line__title">{what}</span>
      <span class="line__notes">{dueOn ? `${owner} · due ${dayInWords(dueOn)}` : owner}</span>
      <span class="line__side">
        <Settled followUp={followUp} withdrawn={withdrawn} />
      </span>
      {done?.outcome && <span class="line__text">{done.outcome}</span>}
      {open && isNow(address.point) && <SettleFollowUp followUp={followUp} />}
    </li>
  );
};

const FollowUps = ({ held }: Held) => (
  <section aria-labelledby="follow-ups">
    <h2 id="follow-ups">What we took on</h2>
    {held.followUps.nodes.length === 0 && <p class="quiet">Nothing.</p>}
    <ul class="lines">
      {held.followUps.nodes.map((followUp) => (
        <FollowUpLine key={followUp.followUpId} followUp={followUp} withdrawn={held.withdrawn !== null} />
      ))}
    </ul>
  </section>
);

const Held = ({ held }: Held) => (
  <>
    {held.marking === 'SBU' && <SensitivePage />}
    <NotUpToDate since={held.notUpToDateSince} />
    {held.withdrawn && (
      <p class="notice notice--fault">
        <strong>Withdrawn {dayInWords(held.withdrawn.occurredOn)}</strong> by {held.withdrawn.by.name}:{' '}
        {asSentence(held.withdrawn.reason)} It stands in no list any more.
      </p>
    )}
    <div class="two-columns">
      <div class="two-columns__main">
        <section class="panel" aria-labelledby="said">
          <h2 id="said">What was said</h2>
          <p class="note-text">{held.summary}</p>
        </section>
        <Raised held={held} />
        <Promises held={held} />
        <FollowUps held={held} />
      </div>
      <div class="two-columns__second">
        <section class="panel" aria-label="Facts">
          <EngagementFacts held={held} />
        </section>
      </div>
    </div>
  </>
);

const Actions = ({ held: { engagementId, withdrawn } }: Held) => {
  const { to } = useAddress();
  const at = `/engagements/${engagementId}`;
  if (withdrawn) return null;
  return (
    <>
      <a class="usa-button usa-button--outline" href={to(`${at}/withdraw`)}>
        Recorded in error
      </a>
      <a class="usa-button usa-button--outline" href={to(`${at}/follow-up`)}>
        Add a follow-up
      </a>
      <a class="usa-button" href={to(`${at}/correct`)}>
        Correct
      </a>
    </>
  );
};

const crumbs = [{ to: '/engagements', name: 'Engagements' }];

const frameOf = (held: EngagementHeld): PageFrame => {
  const late = recordedLater(held.occurredOn, held.recordedAt);
  return {
    title: `${formOf(held)}, ${dayInWords(held.occurredOn)}`,
    lead: late ? `${held.engagementId} · ${late}` : held.engagementId,
    crumbs,
    actions: <Actions held={held} />,
  };
};

export const EngagementPage = ({ id }: { readonly id: string }) => {
  const asked = useAnswer<EngagementAnswer>({ document: EngagementDocument, variables: { id } });
  return (
    <RecordPage
      asked={asked}
      pick={(answer) => answer.engagement}
      bare={{ title: id, crumbs }}
      frame={frameOf}
      of="this engagement"
      beginning={{ not: 'taken place', did: 'took place on' }}
    >
      {(held) => <Held held={held} />}
    </RecordPage>
  );
};
