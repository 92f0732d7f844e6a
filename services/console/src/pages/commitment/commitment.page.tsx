import {
  commitmentForces,
  commitmentKinds,
  commitmentStates,
  deliveryStatuses,
  forums,
} from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { useNameOf } from '../../app/country-names.tsx';
import { NotUpToDate } from '../../app/not-up-to-date.tsx';
import type { PageFrame } from '../../app/page.tsx';
import { RecordPage } from '../../app/record-page.tsx';
import type { Commitment } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { EvidenceList } from '../../marks/evidence-list.tsx';
import { Facts } from '../../marks/facts.tsx';
import { LinkedList } from '../../marks/linked-list.tsx';
import { dayInWords } from '../../words/days.ts';
import { deliveryOf } from '../../words/delivery.ts';
import { type CommitmentAnswer, CommitmentDocument } from './commitment.document.ts';

type Held = { readonly held: Commitment };

const Origin = ({ held }: Held) => {
  const { to } = useAddress();
  if (held.engagementId)
    return <a href={to(`/engagements/${held.engagementId}`)}>The meeting of {dayInWords(held.madeOn)}</a>;
  return (
    <a href={to(`/forums/${held.instrumentId}`)}>
      {held.forum && forums[held.forum]}, {held.documentSymbol}
      {held.paragraph && `, ${held.paragraph}`}
    </a>
  );
};

const deliveryInWords = (held: Commitment): string => {
  const found = deliveryOf(held);
  return found ? deliveryStatuses[found] : 'not reviewed yet';
};

const CommitmentFacts = ({ held }: Held) => {
  const nameOf = useNameOf();
  return (
    <Facts
      rows={[
        ['State', held.overdue ? <strong class="pressing">Open, overdue</strong> : commitmentStates[held.state]],
        ['Delivery', deliveryInWords(held)],
        ['Due', held.dueOn ? dayInWords(held.dueOn) : 'no due date'],
        ['Made in', <Origin key="origin" held={held} />],
        ['Made by', held.madeBy],
        ['To be done by', held.responsibleBody],
        ['Force', held.force && commitmentForces[held.force]],
        ['To be measured', held.measurableTarget],
        [
          'Countries',
          held.countries.length > 0 ? (
            <LinkedList references={held.countries} under="/countries" named={nameOf} />
          ) : (
            'all participants of the forum'
          ),
        ],
        [
          'Answers to',
          held.recommendations.length > 0 && <LinkedList references={held.recommendations} under="/recommendations" />,
        ],
      ]}
    />
  );
};

const Held = ({ held }: Held) => {
  const nameOf = useNameOf();
  return (
    <>
      <NotUpToDate since={held.notUpToDateSince} />
      <div class="two-columns">
        <div class="two-columns__main">
          {held.ended && (
            <p class="notice">
              <strong>
                {commitmentStates[held.state]} {dayInWords(held.ended.occurredOn)}
              </strong>
              , {held.ended.by.name}: {held.ended.explanation}
            </p>
          )}
          <section aria-labelledby="reviews">
            <h2 id="reviews">How far it was delivered</h2>
            {held.reviews.length === 0 && <p class="quiet">Nobody has reviewed it yet.</p>}
            <ul class="lines">
              {held.reviews.map((review) => (
                <li key={`${review.occurredOn} ${review.rationale}`} class="line">
                  <span class="line__title">{deliveryStatuses[review.delivery]}</span>
                  <span class="line__notes">
                    {review.country ? nameOf(review.country) : 'as a whole'} · {review.reviewedBy.name}
                  </span>
                  <span class="line__text">{review.rationale}</span>
                  <EvidenceList evidence={review.evidence} />
                  <span class="line__side">{dayInWords(review.occurredOn)}</span>
                </li>
              ))}
            </ul>
          </section>
          {held.kind === 'promise' && (
            <p class="quiet">
              Kept or not, a promise moves no assessment (22 U.S.C. 7107(b)(1)): what was done is recorded as a concrete
              action.
            </p>
          )}
        </div>
        <div class="two-columns__second">
          <section class="panel" aria-label="Facts">
            <CommitmentFacts held={held} />
          </section>
        </div>
      </div>
    </>
  );
};

const Actions = ({ held }: Held) => {
  const { to } = useAddress();
  if (held.state !== 'open') return null;
  const at = `/commitments/${held.commitmentId}`;
  return (
    <>
      <details class="menu menu--right">
        <summary class="usa-button usa-button--outline">End it</summary>
        <ul class="menu__list">
          <li>
            <a href={to(`${at}/fulfil`)}>Fulfilled</a>
          </li>
          <li>
            <a href={to(`${at}/lapse`)}>Lapsed</a>
          </li>
          <li>
            <a href={to(`${at}/withdraw`)}>Withdrawn</a>
          </li>
        </ul>
      </details>
      <a class="usa-button" href={to(`${at}/review`)}>
        Review delivery
      </a>
    </>
  );
};

const crumbsFor = (id: string) => [
  id.startsWith('ENG-') ? { to: '/promises', name: 'Promises' } : { to: '/forums', name: 'Forums' },
];

const frameOf = (held: Commitment): PageFrame => ({
  title: commitmentKinds[held.kind],
  lead: (
    <>
      <p class="page__place">{held.commitmentId}</p>
      <blockquote class="wording">“{held.wording}”</blockquote>
    </>
  ),
  crumbs: crumbsFor(held.commitmentId),
  actions: <Actions held={held} />,
});

export const CommitmentPage = ({ id }: { readonly id: string }) => {
  const asked = useAnswer<CommitmentAnswer>({ document: CommitmentDocument, variables: { id } });
  return (
    <RecordPage
      asked={asked}
      pick={(answer) => answer.commitment}
      bare={{ title: id, crumbs: crumbsFor(id) }}
      frame={frameOf}
      of="this"
    >
      {(held) => <Held held={held} />}
    </RecordPage>
  );
};
