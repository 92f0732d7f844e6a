import { addressWith } from '../../address/address.ts';
import { useAddress } from '../../address/address-provider.tsx';
import { Behind } from '../../marks/behind.tsx';
import { StatusBar } from '../../marks/status-bar.tsx';
import { TierBadge, TierStrip } from '../../marks/tier-badge.tsx';
import { today } from '../../words/days.ts';
import type { CountryRow } from './countries.document.ts';
import { lastMeeting, nextDue, tierNote, type Weighed } from './row-words.ts';

const COLUMNS = [
  ['name', 'Country'],
  ['tier', 'Tier, and its course'],
  ['open', 'Recommendations this period'],
  ['last-engagement', 'Last meeting'],
  ['next-due', 'Next due'],
] as const;

const UP = { direction: 'ascending', arrow: ' ▲' } as const;
const DOWN = { direction: 'descending', arrow: ' ▼' } as const;

const HeadCell = ({ sort, name }: { readonly sort: string; readonly name: string }) => {
  const { address } = useAddress();
  const current = (address.search.get('sort') ?? 'name') === sort;
  const down = address.search.get('order') === 'down';
  const { direction, arrow } = down ? DOWN : UP;
  const order = current && !down ? 'down' : null;
  return (
    <th scope="col" role="columnheader" aria-sort={current ? direction : undefined}>
      <a href={addressWith(address, { sort: sort === 'name' ? null : sort, order })}>
        {name}
        <span aria-hidden="true" class="sort">
          {current && arrow}
        </span>
      </a>
    </th>
  );
};

const WeighedCell = ({ label, said }: { readonly label: string; readonly said: Weighed }) => (
  <td role="cell" data-label={label}>
    {said.pressing ? <strong class="pressing">{said.text}</strong> : said.text}
  </td>
);

const Row = ({ row }: { readonly row: CountryRow }) => {
  const { address, to } = useAddress();
  const note = tierNote(row);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={to(`/countries/${row.country}`)}>{row.name}</a>
        <Behind since={row.notUpToDateSince} />
      </th>
      <td role="cell" data-label="Tier">
        <div class="tier-cell">
          <TierBadge value={row.tier?.value ?? null} />
          <TierStrip history={row.tierHistory} />
        </div>
        {note && <span class="quiet">{note}</span>}
      </td>
      <td role="cell" data-label={row.reportYear ? `Recommendations of ${row.reportYear}` : 'Recommendations'}>
        <StatusBar counts={row.recommendations.byStatus} />
      </td>
      <WeighedCell label="Last meeting" said={lastMeeting(row)} />
      <WeighedCell label="Next due" said={nextDue(row, address.point.on ?? today())} />
    </tr>
  );
};

export const CountryTable = ({ rows }: { readonly rows: readonly CountryRow[] }) => (
  <table class="table table--countries" role="table">
    <caption class="usa-sr-only">Countries with their progress; the headings sort the table</caption>
    <thead role="rowgroup">
      <tr role="row">
        {COLUMNS.map(([sort, name]) => (
          <HeadCell key={sort} sort={sort} name={name} />
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <Row key={row.country} row={row} />
      ))}
    </tbody>
  </table>
);
