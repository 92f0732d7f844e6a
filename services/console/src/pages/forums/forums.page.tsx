import { forums } from '@demarche/contracts/vocabularies';
import { listOf } from '../../address/address.ts';
import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import { Page } from '../../app/page.tsx';
import type { Connection, Instrument } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { ChipLink } from '../../lists/chip-link.tsx';
import { FilterMenu } from '../../lists/filter-menu.tsx';
import { Pager } from '../../lists/pager.tsx';
import { WordsFilter } from '../../lists/words-filter.tsx';
import { Behind } from '../../marks/behind.tsx';
import { counted, dayInWords } from '../../words/days.ts';
import { InstrumentsDocument } from './forums.document.ts';

type Row = Pick<
  Instrument,
  'instrumentId' | 'forum' | 'session' | 'documentSymbol' | 'title' | 'adoptedOn' | 'notUpToDateSince'
> & {
  readonly commitments: { readonly totalCount: number };
};

const questionIn = (search: URLSearchParams) => ({
  filter: {
    forums: search.has('forums') ? listOf(search, 'forums') : undefined,
    text: search.get('words') ?? undefined,
  },
  after: search.get('after'),
});

const Line = ({ row }: { readonly row: Row }) => {
  const { to } = useAddress();
  return (
    <li class="line">
      <a class="line__title" href={to(`/forums/${row.instrumentId}`)}>
        {row.title}
      </a>
      <span class="line__notes">
        {[forums[row.forum], row.session, row.documentSymbol, counted(row.commitments.totalCount, 'commitment')]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span class="line__side">
        <Behind since={row.notUpToDateSince} />
        {dayInWords(row.adoptedOn)}
      </span>
    </li>
  );
};

export const ForumsPage = () => {
  const { address, to } = useAddress();
  const asked = useAnswer<{ instruments: Connection<Row> }>({
    document: InstrumentsDocument,
    steady: true,
    variables: questionIn(address.search),
  });
  return (
    <Page
      title="Forums"
      lead="Texts that forums adopted, and what came of the commitments in them"
      actions={
        <a class="usa-button" href={to('/forums/new')}>
          Record a text
        </a>
      }
    >
      <div class="filters" role="group" aria-label="Filters">
        <ChipLink label="All" set={{ forums: null, words: null }} />
        <FilterMenu name="forums" label="Forum" options={forums} />
        <WordsFilter name="words" label="Words in the title" />
        <a class="chip" href={to('/promises?kinds=forum_commitment&settled=too')}>
          All forum commitments
        </a>
      </div>
      <Answered asked={asked}>
        {({ instruments }) => (
          <>
            <p class="count" role="status">
              {instruments.totalCount === 0 ? 'No text matches.' : counted(instruments.totalCount, 'text')}
            </p>
            <ul class="lines">
              {instruments.nodes.map((row) => (
                <Line key={row.instrumentId} row={row} />
              ))}
            </ul>
            <Pager list={instruments} what="texts" />
          </>
        )}
      </Answered>
    </Page>
  );
};
