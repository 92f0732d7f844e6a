import { minimumStandards, pillars } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import { OutwardLink } from '../../marks/evidence-list.tsx';
import { counted, dayInWords, periodInWords } from '../../words/days.ts';
import { standingInWords } from '../../words/standing.ts';
import type { RecommendationHeld } from './recommendation.document.ts';

type Held = { readonly held: RecommendationHeld };

export const StandingPanel = ({ held }: Held) => (
  <section class="panel" aria-labelledby="standing">
    <h2 id="standing">Where it stands</h2>
    <p class="standing">
      {standingInWords(held).map(({ text, strong }, index) =>
        strong ? <strong key={`${index} ${text}`}>{text}</strong> : text,
      )}
    </p>
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

/** The record behind the page. */
export const RecordPanel = ({ held }: Held) => {
  const { to } = useAddress();
  const people = new Set(held.timeline.nodes.flatMap(({ by }) => (by ? [by.id] : [])));
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
        <dt>Entries</dt>
        <dd>
          {counted(held.timeline.totalCount, 'entry', 'entries')} by {counted(people.size, 'person', 'people')}
        </dd>
      </dl>
    </section>
  );
};
