import { minimumStandards, pillars } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import type { AnsweredTimeline } from '../../graphql/fragments/timeline.ts';
import { OutwardLink } from '../../marks/evidence-list.tsx';
import { counted, dayInWords, periodInWords } from '../../words/days.ts';
import { standingInWords } from '../../words/standing.ts';
import type { WholeWay } from '../../words/whole-way.ts';
import type { RecommendationHeld } from './recommendation.document.ts';

type Held = { readonly held: RecommendationHeld };

const restsOnNothing = ({ implementation: { assessment } }: RecommendationHeld, { earlier }: WholeWay): boolean =>
  (assessment ?? earlier?.assessment)?.basisWithdrawn ?? false;

export const StandingPanel = ({ held, way }: Held & { readonly way: WholeWay }) => (
  <section class="panel" aria-labelledby="standing">
    <h2 id="standing">Where it stands</h2>
    <p class="standing">
      {standingInWords(held, way).map(({ text, strong }, index) =>
        strong ? <strong key={`${index} ${text}`}>{text}</strong> : text,
      )}
    </p>
    {restsOnNothing(held, way) && (
      <p class="notice notice--fault">
        <strong>The assessment rests on nothing that stands any more:</strong> the actions it names were withdrawn
        since. Withdraw it, or assess anew.
      </p>
    )}
  </section>
);

/** Why a promise does not move it, with the section of the law. */
export const LawPanel = ({ held }: Held) => (
  <section class="panel" aria-labelledby="law">
    <h2 id="law">Only an action moves this</h2>
    <p>
      A promise does not count toward the assessment: the law judges concrete actions of the reporting period,
      “excluding any commitments” to act later (22 U.S.C. 7107(b)(1)). This period runs from{' '}
      {periodInWords(held.implementation.reportingPeriod)}; assess after linking what was done in it.
    </p>
  </section>
);

const Tags = ({ held }: Held) => {
  const { address, to } = useAddress();
  return (
    <>
      <dt>Pillar</dt>
      <dd>{held.pillars.map((pillar) => pillars[pillar]).join(', ') || 'none yet'}</dd>
      <dt>Minimum standards</dt>
      <dd>
        {held.standards.map((standard) => `${standard}: ${minimumStandards[standard]}`).join('; ') || 'none yet'}{' '}
        {isNow(address.point) && <a href={to(`/recommendations/${held.reference}/tag`)}>Change</a>}
      </dd>
    </>
  );
};

const peopleIn = ({ nodes }: AnsweredTimeline): number => new Set(nodes.flatMap(({ by }) => (by ? [by.id] : []))).size;

/** The record behind the page. */
export const RecordPanel = ({ held, timeline }: Held & { readonly timeline: AnsweredTimeline | null }) => {
  const { to } = useAddress();
  return (
    <section class="panel" aria-labelledby="record">
      <h2 id="record">Record</h2>
      <dl class="facts">
        <Tags held={held} />
        <dt>From</dt>
        <dd>
          <a href={to(`/reports/${held.reportId}`)}>
            {held.countryName}, report of {held.reportYear}
          </a>
          {held.sourceAddress && (
            <>
              {' · '}
              <OutwardLink to={held.sourceAddress}>source</OutwardLink>
            </>
          )}
        </dd>
        <dt>Held since</dt>
        <dd>{dayInWords(held.recordedAt)}</dd>
        {timeline && (
          <>
            <dt>Entries</dt>
            <dd>
              {counted(timeline.totalCount, 'entry', 'entries')} by {counted(peopleIn(timeline), 'person', 'people')}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};
