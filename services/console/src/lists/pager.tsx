import { addressWith } from '../address/address.ts';
import { useAddress } from '../address/address-provider.tsx';
import type { Connection } from '../graphql/answers.ts';

/** How many there are, and the way to the next page. */
export const Pager = ({
  list,
  what,
}: {
  readonly list: Pick<Connection<unknown>, 'nodes' | 'pageInfo' | 'totalCount'>;
  readonly what: string;
}) => {
  const { address } = useAddress();
  const later = address.search.has('after');
  if (!later && !list.pageInfo.hasNextPage) return null;
  return (
    <nav class="pager" aria-label="Pages of the list">
      {later && <a href={addressWith(address, { after: null })}>Back to the first page</a>}
      <span>
        {list.nodes.length} of {list.totalCount.toLocaleString('en-US')} {what}
      </span>
      {list.pageInfo.hasNextPage && <a href={addressWith(address, { after: list.pageInfo.endCursor })}>Next page</a>}
    </nav>
  );
};
