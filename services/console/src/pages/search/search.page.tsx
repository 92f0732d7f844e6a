import { listOf } from '../../address/address.ts';
import { useAddress } from '../../address/address-provider.tsx';
import { Answered } from '../../app/asked.tsx';
import { useNameOf } from '../../app/country-names.tsx';
import { Page } from '../../app/page.tsx';
import type { Connection, SearchHit } from '../../graphql/answers.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { FilterMenu } from '../../lists/filter-menu.tsx';
import { Pager } from '../../lists/pager.tsx';
import { pageOfRecord } from '../../lists/quick-links.ts';
import { counted, dayInWords } from '../../words/days.ts';
import { SearchDocument } from './search.document.ts';

const KINDS = {
  country: 'Country',
  recommendation: 'Recommendation',
  engagement: 'Engagement',
  promise: 'Promise',
  forum_commitment: 'Forum commitment',
  concrete_action: 'Concrete action',
};

const Hit = ({ hit }: { readonly hit: SearchHit }) => {
  const { to } = useAddress();
  const nameOf = useNameOf();
  const page = pageOfRecord(hit.id) ?? `/countries/${hit.countries[0]}?kinds=concrete-action`;
  return (
    <li class="line">
      <a class="line__title" href={to(page)}>
        {hit.title}
      </a>
      <span class="line__notes">
        {KINDS[hit.kind]} · {hit.id}
        {hit.countries.length > 0 && hit.kind !== 'country' && ` · ${hit.countries.map(nameOf).join(', ')}`}
      </span>
      <span class="line__text">
        {hit.excerpt.map(({ text, hit: matched }, index) =>
          matched ? <mark key={`${index} ${text}`}>{text}</mark> : text,
        )}
      </span>
      <span class="line__side">{hit.occurredOn && dayInWords(hit.occurredOn)}</span>
    </li>
  );
};

export const SearchPage = () => {
  const { address } = useAddress();
  const text = address.search.get('q')?.trim() ?? '';
  const kinds = listOf(address.search, 'kinds');
  const asked = useAnswer<{ search: Connection<SearchHit> }>({
    document: SearchDocument,
    steady: true,
    variables: { text, kinds: kinds.length > 0 ? kinds : null, after: address.search.get('after') },
    skip: text === '',
  });
  return (
    <Page
      title={text ? `Search: ${text}` : 'Search'}
      lead="Words may be unfinished; quotation marks hold a phrase together."
    >
      <div class="filters" role="group" aria-label="Filters">
        <FilterMenu name="kinds" label="Kind" options={KINDS} />
      </div>
      {text === '' && <p class="quiet">Type what you look for in the search box above.</p>}
      <Answered asked={asked}>
        {({ search }) => (
          <>
            <p class="count" role="status">
              {search.totalCount === 0
                ? `Nothing was found for “${text}”.`
                : `${counted(search.totalCount, 'hit')}, best first`}
            </p>
            <ul class="lines">
              {search.nodes.map((hit) => (
                <Hit key={`${hit.kind} ${hit.id}`} hit={hit} />
              ))}
            </ul>
            <Pager list={search} what="hits" />
          </>
        )}
      </Answered>
    </Page>
  );
};
