import { channels, deliveryForms, engagementKinds } from '@demarche/contracts/vocabularies';
import { addressWith, listOf } from '../../address/address.ts';
import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import { useNameOf } from '../../app/country-names.tsx';
import { Page } from '../../app/page.tsx';
import { SensitivePage } from '../../app/sensitivity.tsx';
import type { Connection, Engagement } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { ChipLink } from '../../lists/chip-link.tsx';
import { FilterMenu } from '../../lists/filter-menu.tsx';
import { Pager } from '../../lists/pager.tsx';
import { WordsFilter } from '../../lists/words-filter.tsx';
import { Behind } from '../../marks/behind.tsx';
import { counted, dayInWords, listInWords } from '../../words/days.ts';
import { EngagementsDocument } from './engagements.document.ts';

type Row = Pick<
  Engagement,
  | 'engagementId'
  | 'occurredOn'
  | 'countries'
  | 'channel'
  | 'deliveryForm'
  | 'place'
  | 'post'
  | 'theirParticipants'
  | 'summary'
  | 'raised'
  | 'promises'
  | 'marking'
  | 'notUpToDateSince'
>;

const questionIn = (search: URLSearchParams) => ({
  filter: {
    countries: search.has('countries') ? listOf(search, 'countries') : undefined,
    kinds: search.has('kinds') ? listOf(search, 'kinds') : undefined,
    from: search.get('from') ?? undefined,
    to: search.get('to') ?? undefined,
    counterpart: search.get('counterpart') ?? undefined,
    text: search.get('words') ?? undefined,
  },
  after: search.get('after'),
});

const withWhom = ({ theirParticipants }: Row): string =>
  listInWords(theirParticipants.map(({ name, title, body }) => [name, title, body].filter(Boolean).join(', ')));

const Line = ({ row }: { readonly row: Row }) => {
  const { to } = useAddress();
  const nameOf = useNameOf();
  const form = row.deliveryForm === 'oral' ? channels[row.channel] : deliveryForms[row.deliveryForm];
  const notes = [
    row.engagementId,
    listInWords(row.countries.map(nameOf)),
    row.post,
    row.raised.length > 0 && `${counted(row.raised.length, 'recommendation')} raised`,
    row.promises.length > 0 && counted(row.promises.length, 'promise'),
    row.marking === 'SBU' && 'Sensitive But Unclassified',
  ];
  return (
    <li class="line">
      <a class="line__title" href={to(`/engagements/${row.engagementId}`)}>
        {form} with {withWhom(row)}
      </a>
      <span class="line__notes">{notes.filter(Boolean).join(' · ')}</span>
      <span class="line__text">
        {row.summary.length > 240 ? `${row.summary.slice(0, row.summary.lastIndexOf(' ', 240))} …` : row.summary}
      </span>
      <span class="line__side">
        <Behind since={row.notUpToDateSince} />
        {dayInWords(row.occurredOn)}
      </span>
    </li>
  );
};

const Day = ({ name, label }: { readonly name: string; readonly label: string }) => {
  const { address, go } = useAddress();
  return (
    <label class="filter-day">
      {label}{' '}
      <input
        type="date"
        value={address.search.get(name) ?? ''}
        onChange={(event) => go(addressWith(address, { [name]: event.currentTarget.value }), { replace: true })}
      />
    </label>
  );
};

export const EngagementsPage = () => {
  const { address, to } = useAddress();
  const asked = useAnswer<{ engagements: Connection<Row> }>({
    document: EngagementsDocument,
    steady: true,
    variables: questionIn(address.search),
  });
  return (
    <Page
      title="Engagements"
      lead="Meetings, démarches, notes and calls, newest first"
      actions={
        <a class="usa-button" href={to('/engagements/new')}>
          Log a meeting
        </a>
      }
    >
      <div class="filters" role="group" aria-label="Filters">
        <ChipLink
          label="All"
          set={{ countries: null, kinds: null, from: null, to: null, counterpart: null, words: null }}
        />
        <FilterMenu name="kinds" label="Kind" options={engagementKinds} />
        <Day name="from" label="From" />
        <Day name="to" label="To" />
        <WordsFilter name="counterpart" label="Counterpart" />
        <WordsFilter name="words" label="Words in the note" />
      </div>
      <Answered asked={asked}>
        {({ engagements }) => (
          <>
            {engagements.nodes.some(({ marking }) => marking === 'SBU') && <SensitivePage />}
            <p class="count" role="status">
              {engagements.totalCount === 0 ? 'No engagement matches.' : counted(engagements.totalCount, 'engagement')}
            </p>
            <ul class="lines">
              {engagements.nodes.map((row) => (
                <Line key={row.engagementId} row={row} />
              ))}
            </ul>
            <Pager list={engagements} what="engagements" />
          </>
        )}
      </Answered>
    </Page>
  );
};
