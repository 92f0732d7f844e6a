import { useEffect, useState } from 'preact/hooks';
import { useAddress } from '../address/address-provider.tsx';

/** One search over everything. */
export const SearchBox = () => {
  const { address, go, to } = useAddress();
  const asked = address.path === '/search' ? (address.search.get('q') ?? '') : '';
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  const search = (event: Event) => {
    event.preventDefault();
    if (text.trim()) go(to(`/search?q=${encodeURIComponent(text.trim())}`));
  };
  return (
    <search class="search-box">
      <form onSubmit={search}>
        <input
          type="search"
          aria-label="Search everything"
          placeholder="Search everything"
          maxLength={200}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="search-box__go">
          Search
        </button>
      </form>
    </search>
  );
};
