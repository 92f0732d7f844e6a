import { useAddress } from '../../address/address-provider.tsx';
import type { CountriesAnswer } from './countries.document.ts';

interface NumberProps {
  readonly count: number;
  readonly what: string;
  readonly to: string;
  readonly link: string;
  readonly pressing?: boolean;
}

const NumberCard = ({ count, what, to, link, pressing = false }: NumberProps) => (
  <li class="number">
    <a href={to}>
      <strong class={pressing && count > 0 ? 'number__count number__count--pressing' : 'number__count'}>
        {count.toLocaleString('en-US')}
      </strong>
      <span class="number__what">{what}</span>
      <span class="number__link">{link}</span>
    </a>
  </li>
);

/** Four numbers, each a link to what it counts; always over all countries. */
export const Numbers = ({ answer }: { readonly answer: Pick<CountriesAnswer, 'all' | 'overdue' | 'due'> }) => {
  const { to } = useAddress();
  const { totals } = answer.all;
  return (
    <ul class="numbers">
      <NumberCard
        count={totals.openRecommendations}
        what="open recommendations"
        to={to('/recommendations?current=yes&state=issued')}
        link={`in ${totals.countries.toLocaleString('en-US')} ${totals.countries === 1 ? 'country' : 'countries'}`}
      />
      <NumberCard
        count={answer.overdue.totalCount}
        what="promises overdue"
        to={to('/promises?due=overdue')}
        link="show them"
        pressing
      />
      <NumberCard
        count={answer.due.totalCount}
        what="promises due in 30 days"
        to={to('/promises?due=30')}
        link="show them"
      />
      <NumberCard
        count={totals.withoutRecentEngagement}
        what="countries without a meeting for 180 days"
        to={to('/countries?needs=no-recent-engagement')}
        link="show them"
        pressing
      />
    </ul>
  );
};
