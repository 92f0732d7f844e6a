import { tierMovements } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import type { TierInYear } from '../../graphql/answers.ts';
import { TierChart } from '../../marks/tier-chart.tsx';
import { tierName } from '../../marks/tier-course.ts';
import { dayInWords } from '../../words/days.ts';
import { lawClock } from '../../words/law-clock.ts';

const saidOf = ({ movement, consecutiveYears, waiver }: TierInYear): string =>
  [
    movement && tierMovements[movement],
    consecutiveYears && consecutiveYears > 1 && `${consecutiveYears} years in a row`,
    waiver && 'by waiver',
  ]
    .filter(Boolean)
    .join(', ') || '—';

const Years = ({ history }: { readonly history: readonly TierInYear[] }) => {
  const { to } = useAddress();
  return (
    <table class="table">
      <caption class="usa-sr-only">Placement by report year</caption>
      <thead>
        <tr>
          <th scope="col">Report</th>
          <th scope="col">Placement</th>
          <th scope="col">As the report says</th>
          <th scope="col">Released</th>
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map((year) => (
          <tr key={year.reportId}>
            <th scope="row">
              <a href={to(`/reports/${year.reportId}`)}>{year.reportYear}</a>
            </th>
            <td>{tierName(year.value)}</td>
            <td>{saidOf(year)}</td>
            <td>
              {dayInWords(year.occurredOn)}
              {year.occurredOnBasis === 'statutory' && (
                <span class="quiet"> (statutory date; the release date was not given)</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The course of the tier, the clock of the law in a sentence, and the reports behind both. */
export const TierPanel = ({ history }: { readonly history: readonly TierInYear[] }) => {
  const clock = lawClock(history);
  if (history.length === 0) return null;
  return (
    <section class="panel tier-panel" aria-labelledby="tier-course">
      <h2 class="usa-sr-only" id="tier-course">
        Course of the tier
      </h2>
      <TierChart history={history} />
      {clock && <p class="tier-panel__clock">{clock}</p>}
      <details class="more">
        <summary>The years as a table, and the reports behind them</summary>
        <Years history={history} />
      </details>
    </section>
  );
};
