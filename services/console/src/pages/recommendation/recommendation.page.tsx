import { pillars } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { NotUpToDate } from '../../app/not-up-to-date.tsx';
import type { PageFrame } from '../../app/page.tsx';
import { RecordPage } from '../../app/record-page.tsx';
import { useAnswer } from '../../graphql/use-answer.ts';
import { timelineFilterIn } from '../../timeline/timeline-filters.tsx';
import { TimelineSection } from '../../timeline/timeline-section.tsx';
import { ordinalInWords, today } from '../../words/days.ts';
import { askedInWords } from '../../words/standing.ts';
import { stationsOf } from '../../words/stations.ts';
import { EntryActions } from './entry-actions.tsx';
import {
  type RecommendationAnswer,
  RecommendationDocument,
  type RecommendationHeld,
} from './recommendation.document.ts';
import { LawPanel, RecordPanel, StandingPanel } from './side-panels.tsx';
import { Stations } from './stations.tsx';
import { Wordings } from './wordings.tsx';

const leadOf = (held: RecommendationHeld): string =>
  [
    `${ordinalInWords(held.ordinal)} of ${held.outOf}`,
    held.pillars.map((pillar) => pillars[pillar]).join(', '),
    held.standards.length > 0 && `standard ${held.standards.join(', ')}`,
    askedInWords(held.askedYears),
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
  return (
    <>
      <NotUpToDate since={held.notUpToDateSince} />
      {held.succeededBy && (
        <p class="notice">
          A later report asks this again: <a href={to(`/recommendations/${held.succeededBy}`)}>{held.succeededBy}</a>.
        </p>
      )}
      <Stations stations={stationsOf(held, address.point.on ?? today())} />
      <div class="two-columns">
        <div class="two-columns__first">
          <StandingPanel held={held} />
        </div>
        <div class="two-columns__main">
          <Wordings wordings={held.wordings} current={held.reference} />
          <TimelineSection
            heading="From recommendation to outcome"
            timeline={held.timeline}
            year={held.reportYear}
            actionsFor={(entry) => <EntryActions entry={entry} reference={held.reference} />}
          />
        </div>
        <div class="two-columns__second">
          <LawPanel held={held} />
          <RecordPanel held={held} />
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
  const { address } = useAddress();
  const country = reference.slice(0, 3);
  const asked = useAnswer<RecommendationAnswer>({
    document: RecommendationDocument,
    steady: true,
    variables: { reference, timeline: timelineFilterIn(address.search), after: address.search.get('after') },
    countries: [country],
  });
  return (
    <RecordPage
      asked={asked}
      pick={(answer) => answer.recommendation}
      bare={{ title: reference, crumbs: crumbsOf(reference, country) }}
      frame={frameOf}
      of="this recommendation"
    >
      {(held) => <Held held={held} />}
    </RecordPage>
  );
};
