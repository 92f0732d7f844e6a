import { pillars, tiers } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import { isNow } from '../../address/point-in-time.ts';
import { Answered } from '../../app/asked.tsx';
import { NothingHeld } from '../../app/nothing-held.tsx';
import { Page } from '../../app/page.tsx';
import { useAnswer } from '../../graphql/use-answer.ts';
import { ChipLink } from '../../lists/chip-link.tsx';
import { FilterMenu } from '../../lists/filter-menu.tsx';
import { Pager } from '../../lists/pager.tsx';
import { SavedViews } from '../../lists/saved-views.tsx';
import { WordsFilter } from '../../lists/words-filter.tsx';
import { StatusLegend } from '../../marks/status-bar.tsx';
import { counted } from '../../words/days.ts';
import type { CountriesAnswer } from './countries.document.ts';
import { countriesQuestion } from './countries-question.ts';
import { CountryTable } from './country-table.tsx';
import { Numbers } from './numbers.tsx';

const NEEDS = {
  attention: 'Anything that asks for attention',
  'overdue-promises': 'Promises overdue',
  'promises-due': 'Promises due in 30 days',
  'no-recent-engagement': 'No meeting for 180 days',
};

const ORDERS = {
  name: 'By name',
  tier: 'By tier',
  open: 'By open recommendations',
  'last-engagement': 'By last meeting',
  'next-due': 'By what is due next',
  implemented: 'By what is implemented',
};

const Filters = () => (
  <div class="filters" role="group" aria-label="Filters">
    <ChipLink label="All" set={{ tiers: null, pillars: null, needs: null, name: null }} />
    <FilterMenu name="tiers" label="Tier" options={tiers} />
    <FilterMenu name="pillars" label="Pillar" options={pillars} />
    <FilterMenu name="needs" label="Needs attention" options={NEEDS} single />
    <FilterMenu name="sort" label="Order" options={ORDERS} single />
    <SavedViews />
    <WordsFilter name="name" label="Part of a name" />
  </div>
);

const Empty = () => (
  <div class="empty">
    <h2>Nothing is on record yet</h2>
    <p>
      Bring in a country’s report: its tier and its recommendations are read from the page or text that you saved. Or
      log a meeting, for a country of which there is no report yet.
    </p>
    <p class="empty__ways">
      <a class="usa-button" href="/import">
        Import reports
      </a>
      <a class="usa-button usa-button--outline" href="/engagements/new">
        Log a meeting
      </a>
    </p>
  </div>
);

const Found = ({ answer }: { readonly answer: CountriesAnswer }) => {
  const { address } = useAddress();
  const { all, countries, status } = answer;
  if (all.totals.countries === 0)
    return isNow(address.point) ? <Empty /> : <NothingHeld heldSince={status.heldSince} />;
  return (
    <>
      <Numbers answer={answer} />
      <Filters />
      <p class="count" role="status">
        {countries.totalCount === 0
          ? 'No country matches. Take a filter away.'
          : `${countries.totalCount} of ${counted(all.totals.countries, 'country', 'countries')}`}
      </p>
      {countries.totalCount > 0 && (
        <>
          <CountryTable rows={countries.nodes} />
          <Pager list={countries} what="countries" />
          <StatusLegend />
        </>
      )}
    </>
  );
};

export const CountriesPage = () => {
  const { address, to } = useAddress();
  const asked = useAnswer<CountriesAnswer>({ ...countriesQuestion(address.search), steady: true });
  return (
    <Page
      title="Countries"
      lead="What we asked, what they did, and what is due"
      actions={
        <>
          <a class="usa-button usa-button--outline" href={to('/import')}>
            Import reports
          </a>
          <a class="usa-button" href={to('/engagements/new')}>
            Log a meeting
          </a>
        </>
      }
    >
      <Answered asked={asked}>{(answer) => <Found answer={answer} />}</Answered>
    </Page>
  );
};
