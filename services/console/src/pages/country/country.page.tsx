import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import { Answered } from '../../app/asked.tsx';
import { NotUpToDate } from '../../app/not-up-to-date.tsx';
import { NothingHeld } from '../../app/nothing-held.tsx';
import { Page, type PageFrame } from '../../app/page.tsx';
import { useAnswer } from '../../graphql/use-answer.ts';
import { TierBadge } from '../../marks/tier-badge.tsx';
import { TimelineSection } from '../../timeline/timeline-section.tsx';
import { agoInWords, counted } from '../../words/days.ts';
import { tierNote } from '../countries/row-words.ts';
import { AttentionPanel } from './attention-panel.tsx';
import type { CountryAnswer, CountryHeld } from './country.document.ts';
import { countryQuestion } from './country-question.ts';
import { ThisYearPanel } from './this-year-panel.tsx';
import { TierPanel } from './tier-panel.tsx';

const leadOf = (held: CountryHeld): string =>
  [
    tierNote(held),
    held.lastEngagement ? `last meeting ${agoInWords(held.lastEngagement.daysAgo)}` : 'no meeting on record',
    held.openPromises > 0 && `${counted(held.openPromises, 'open promise')}`,
    held.openFollowUps > 0 && `${counted(held.openFollowUps, 'open follow-up')}`,
  ]
    .filter(Boolean)
    .join(' · ');

const Held = ({ held }: { readonly held: CountryHeld }) => {
  const short = (text: string) => (text.length > 60 ? `${text.slice(0, text.lastIndexOf(' ', 60))} …` : text);
  const recommendations = Object.fromEntries(
    held.list.nodes.map(({ reference, ordinal, text }) => [reference, `${ordinal}. ${short(text)}`]),
  );
  return (
    <>
      <NotUpToDate since={held.notUpToDateSince} />
      <TierPanel history={held.tierHistory} />
      <div class="two-columns">
        <div class="two-columns__first">
          <AttentionPanel held={held} />
        </div>
        <div class="two-columns__main">
          <TimelineSection
            heading="What we said, what they did"
            timeline={held.timeline}
            year={held.reportYear}
            recommendations={recommendations}
          />
        </div>
        <div class="two-columns__second">
          <ThisYearPanel held={held} />
          <section class="panel" id="reports" aria-labelledby="reports-heading">
            <h2 id="reports-heading">Reports</h2>
            <Reports held={held} />
          </section>
        </div>
      </div>
    </>
  );
};

const Reports = ({ held }: { readonly held: CountryHeld }) => {
  const { to } = useAddress();
  if (held.tierHistory.length === 0) return <p class="quiet">No report of this country has been brought in.</p>;
  return (
    <>
      <p class="years">
        {held.tierHistory.toReversed().map(({ reportId, reportYear }) => (
          <a key={reportId} href={to(`/reports/${reportId}`)}>
            {reportYear}
          </a>
        ))}
      </p>
      {held.rewordingsToReview > 0 && (
        <p class="pressing">{counted(held.rewordingsToReview, 'differing text')} to decide on</p>
      )}
    </>
  );
};

const NotHeld = ({ answer, code }: { readonly answer: CountryAnswer; readonly code: string }) => {
  const { address, to } = useAddress();
  if (!isNow(address.point)) {
    return (
      <NothingHeld
        heldSince={answer.today?.heldSince ?? answer.status.heldSince}
        of={answer.today ? `records about ${answer.today.name}` : 'records'}
      />
    );
  }
  return (
    <div class="empty">
      <h2>Nothing is on record about {code} yet</h2>
      <p class="empty__ways">
        <a class="usa-button" href={to('/import')}>
          Import its reports
        </a>
        <a class="usa-button usa-button--outline" href={to(`/engagements/new?country=${code}`)}>
          Log a meeting
        </a>
      </p>
    </div>
  );
};

const isHeld = (held: CountryHeld | null): held is CountryHeld =>
  held !== null && (held.heldSince !== null || held.tierHistory.length > 0 || held.timeline.totalCount > 0);

const Actions = ({ code }: { readonly code: string }) => {
  const { to } = useAddress();
  return (
    <>
      <a class="usa-button usa-button--outline" href={to(`/actions/new?country=${code}`)}>
        Record an action
      </a>
      <a class="usa-button" href={to(`/engagements/new?country=${code}`)}>
        Log a meeting
      </a>
    </>
  );
};

const crumbs = [{ to: '/countries', name: 'Countries' }];

const frameOf = (answer: CountryAnswer | null, code: string): PageFrame => {
  const held = answer && isHeld(answer.country) ? answer.country : null;
  if (!held) return { title: answer?.today?.name ?? code, crumbs };
  const heading = (
    <>
      {held.name} {held.tier && <TierBadge value={held.tier.value} />}
    </>
  );
  return { title: held.name, heading, lead: leadOf(held), crumbs };
};

const NoSuchCountry = () => {
  const { to } = useAddress();
  return (
    <Page title="There is no such country" lead="A country’s address ends with its three-letter code." crumbs={crumbs}>
      <p>
        <a href={to('/countries')}>Go to the countries</a>, or search for its name above.
      </p>
    </Page>
  );
};

export const CountryPage = ({ country }: { readonly country: string }) =>
  /^[A-Z]{3}$/.test(country) ? <OneCountry code={country} /> : <NoSuchCountry />;

const OneCountry = ({ code }: { readonly code: string }) => {
  const { address } = useAddress();
  const asked = useAnswer<CountryAnswer>({
    ...countryQuestion(code, address.search),
    steady: true,
    countries: [code],
  });
  return (
    <Page {...frameOf(asked.answer, code)} actions={<Actions code={code} />}>
      <Answered asked={asked}>
        {(answer) =>
          isHeld(answer.country) ? <Held held={answer.country} /> : <NotHeld answer={answer} code={code} />
        }
      </Answered>
    </Page>
  );
};
