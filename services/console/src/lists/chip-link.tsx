import { addressWith } from '../address/address.ts';
import { useAddress } from '../address/address-provider.tsx';

interface ChipLinkProps {
  readonly label: string;
  /** What it sets in the address. */
  readonly set: Readonly<Record<string, string | null>>;
}

/** A filter that is one press: on when the address holds just what it would set. */
export const ChipLink = ({ label, set }: ChipLinkProps) => {
  const { address } = useAddress();
  const on = Object.entries(set).every(([name, value]) => (address.search.get(name) ?? null) === value);
  return (
    <a class={on ? 'chip chip--on' : 'chip'} href={addressWith(address, set)} aria-current={on ? 'true' : undefined}>
      {label}
    </a>
  );
};
