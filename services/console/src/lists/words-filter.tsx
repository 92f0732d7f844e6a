import { useEffect, useState } from 'preact/hooks';
import { addressWith } from '../address/address.ts';
import { useAddress } from '../address/address-provider.tsx';

/** Narrows a list by words; they are in the address once the reader pauses. */
export const WordsFilter = ({ name, label }: { readonly name: string; readonly label: string }) => {
  const { address, go } = useAddress();
  const given = address.search.get(name) ?? '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    if (text.trim() === given) return undefined;
    const pause = setTimeout(() => go(addressWith(address, { [name]: text.trim() || null }), { replace: true }), 350);
    return () => clearTimeout(pause);
  }, [text]);
  return (
    <input
      class="words-filter"
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={100}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
};
