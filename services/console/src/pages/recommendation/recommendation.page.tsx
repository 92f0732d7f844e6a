import { pillars } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { NotUpToDate } from '../../app/not-up-to-date.tsx';
import type { PageFrame } from '../../app/page.tsx';
import { RecordPage } from '../../app/record-page.tsx';
import { useAnswer } from '../../graphql/use-answer.ts';
import { askedInWords, chainTo } from '../../words/asked-chain.ts';
import { ordinalInWords, today } from '../../words/days.ts';
import { stationsOf } from '../../words/stations.ts';
import {
  type RecommendationAnswer,
  RecommendationDocument,
  type RecommendationHeld,
  wayOf,
} from './recommendation.document.ts';
import { LawPanel, RecordPanel, StandingPanel } from './side-panels.tsx';
import { Stations } from './stations.tsx';
import { useWayTimeline, WayTimeline } from './way-timeline.tsx';
import { Wordings } from './wordings.tsx';

const leadOf = (held: RecommendationHeld): string =>
  [
    `${ordinalInWords(held.ordinal)} of ${held.outOf}`,
    held.pillars.map((pillar) => pillars[pillar]).join(', '),
    held.standards.length > 0 && `standard ${held.standards.join(', ')}`,
    askedInWords(chainTo(held.wordings, held.reference).map(({ reportYear }) => reportYear)),
  ]
    .filter(Boolean)
    .join(' · ');

const Actions = ({ held }: { readonly held: RecommendationHeld }) => {
  const { to } = useAddress();
  const at = `/recommendations/${held.reference}`;
  if (held.recordState === 'closed' || held.recordState === 'withdrawn') return null;
  return (
    <>
      <details class="menu menu--right">
        <summary class="usa-button usa-button--outline">More</summary>
        <ul class="menu__list">
          <li>
            <a href={to(`${at}/respond`)}>Record their response</a>
          </li>
          <li>
            <a href={to(`${at}/pace`)}>Note the pace</a>
          </li>
          <li>
            <a href={to(`${at}/tag`)}>Pillars and standards</a>
          </li>
          <li>
            <a href={to(`${at}/close`)}>Close</a>
          </li>
        </ul>
      </details>
      <a class="usa-button usa-button--outline" href={to(`/actions/new?recommendation=${held.reference}`)}>
        Record an action
      </a>
      <a class="usa-button" href={to(`${at}/assess`)}>
        Assess
      </a>
    </>
  );
};

const Held = ({ held }: { readonly held: RecommendationHeld }) => {
  const { address, to } = useAddress();
  const way = wayOf(held);
  const timeline = useWayTimeline(held);
  return (
    <>
      <NotUpToDate since={held.notUpToDateSince} />
      {held.succeededBy && (
        <p class="notice">
          A later report asks this again: <a href={to(`/recommendations/${held.succeededBy}`)}>{held.succeededBy}</a>.
        </p>
      )}
      <Stations stations={stationsOf(held, way, address.point.on ?? today())} />
      <div class="two-columns">
        <div class="two-columns__first">
          <StandingPanel held={held} way={way} />
        </div>
        <div class="two-columns__main">
          <Wordings wordings={held.wordings} current={held.reference} />
          <WayTimeline held={held} asked={timeline} />
        </div>
        <div class="two-columns__second">
          <LawPanel held={held} />
          <RecordPanel held={held} timeline={timeline.answer?.country?.timeline ?? null} />
        </div>
      </div>
    </>
  );
};

const crumbsOf = (reference: string, name: string) => [
  { to: '/countries', name: 'Countries' },
  { to: `/countries/${reference.slice(0, 3)}`, name },
];

const frameOf = (held: RecommendationHeld): PageFrame => ({
  title: held.reference,
  lead: (
    <>
      <p class="page__place">{leadOf(held)}</p>
      <blockquote class="wording">“{held.text}”</blockquote>
    </>
  ),
  crumbs: crumbsOf(held.reference, held.countryName),
  actions: <Actions held={held} />,
});

export const RecommendationPage = ({ reference }: { readonly reference: string }) => {
  const country = reference.slice(0, 3);
  const asked = useAnswer<RecommendationAnswer>({
    document: RecommendationDocument,
    variables: { reference },
    countries: [country],
  });
  return (
    <RecordPage
      asked={asked}
      pick={(answer) => answer.recommendation}
      bare={{ title: reference, crumbs: crumbsOf(reference, asked.answer?.today?.countryName ?? country) }}
      frame={frameOf}
      of="this recommendation"
      beginning={{ not: 'been issued', did: 'was issued on' }}
    >
      {(held) => <Held held={held} />}
    </RecordPage>
  );
};
