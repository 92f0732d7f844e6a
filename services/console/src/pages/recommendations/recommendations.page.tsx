import { governmentResponses, implementationStatuses, pillars, recordStates } from '@demarche/contracts/vocabularies';
import { listOf } from '../../address/address.ts';
import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import { Page } from '../../app/page.tsx';
import type { Connection, Recommendation } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { ChipLink } from '../../lists/chip-link.tsx';
import { FilterMenu } from '../../lists/filter-menu.tsx';
import { Pager } from '../../lists/pager.tsx';
import { SavedViews } from '../../lists/saved-views.tsx';
import { WordsFilter } from '../../lists/words-filter.tsx';
import { Behind } from '../../marks/behind.tsx';
import { StatusMark } from '../../marks/status-mark.tsx';
import { counted, dayInWords } from '../../words/days.ts';
import { RecommendationsDocument } from './recommendations.document.ts';

type Row = Pick<
  Recommendation,
  | 'reference'
  | 'country'
  | 'countryName'
  | 'reportYear'
  | 'ordinal'
  | 'text'
  | 'pillars'
  | 'recordState'
  | 'askedYears'
  | 'raised'
  | 'response'
  | 'implementation'
  | 'notUpToDateSince'
>;

const SORTS = { newest: 'Newest first', reference: 'By country', status: 'By status' };

const questionIn = (search: URLSearchParams) => {
  const list = (name: string) => (search.has(name) ? listOf(search, name) : undefined);
  const sort = search.get('sort') ?? 'newest';
  return {
    filter: {
      current: search.get('current') === 'yes' || undefined,
      recordStates: list('state'),
      statuses: list('statuses'),
      responses: list('responses'),
      pillars: list('pillars'),
      countries: list('countries'),
      reportYears: list('years')?.map(Number),
      text: search.get('words') ?? undefined,
    },
    sort: Object.hasOwn(SORTS, sort) ? sort : 'newest',
    after: search.get('after'),
  };
};

const notesOf = (row: Row): string =>
  [
    row.countryName,
    row.pillars.map((pillar) => pillars[pillar]).join(', '),
    row.recordState !== 'issued' && recordStates[row.recordState],
    governmentResponses[row.response.value].toLowerCase(),
    row.raised.lastOn
      ? `raised ${counted(row.raised.times, 'time')}, last ${dayInWords(row.raised.lastOn)}`
      : 'not yet raised',
    row.askedYears > 1 && `asked ${row.askedYears} years`,
  ]
    .filter(Boolean)
    .join(' · ');

const Line = ({ row }: { readonly row: Row }) => {
  const { to } = useAddress();
  const { status, lastPeriod } = row.implementation;
  return (
    <li class="line">
      <a class="line__title" href={to(`/recommendations/${row.reference}`)}>
        {row.text}
      </a>
      <span class="line__notes">
        {row.reference} · {notesOf(row)}
      </span>
      <span class="line__side">
        <Behind since={row.notUpToDateSince} />
        <StatusMark status={status} />
        {status === 'not_assessed' && lastPeriod && (
          <span class="quiet">last: {implementationStatuses[lastPeriod.status].toLowerCase()}</span>
        )}
      </span>
    </li>
  );
};

export const RecommendationsPage = () => {
  const { address } = useAddress();
  const asked = useAnswer<{ recommendations: Connection<Row> }>({
    document: RecommendationsDocument,
    steady: true,
    variables: questionIn(address.search),
  });
  return (
    <Page title="Recommendations" lead="What the reports ask of each government, word for word">
      <div class="filters" role="group" aria-label="Filters">
        <ChipLink label="All reports" set={{ current: null }} />
        <ChipLink label="Newest reports only" set={{ current: 'yes' }} />
        <FilterMenu name="statuses" label="Implementation" options={implementationStatuses} />
        <FilterMenu name="responses" label="Response" options={governmentResponses} />
        <FilterMenu name="pillars" label="Pillar" options={pillars} />
        <FilterMenu name="state" label="Record" options={recordStates} />
        <FilterMenu name="sort" label="Order" options={SORTS} single />
        <SavedViews />
        <WordsFilter name="words" label="Words in the text" />
      </div>
      <Answered asked={asked}>
        {({ recommendations }) => (
          <>
            <p class="count" role="status">
              {recommendations.totalCount === 0
                ? 'No recommendation matches.'
                : counted(recommendations.totalCount, 'recommendation')}
            </p>
            <ul class="lines">
              {recommendations.nodes.map((row) => (
                <Line key={row.reference} row={row} />
              ))}
            </ul>
            <Pager list={recommendations} what="recommendations" />
          </>
        )}
      </Answered>
    </Page>
  );
};
