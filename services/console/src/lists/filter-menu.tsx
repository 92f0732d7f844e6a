import { useEffect, useRef } from 'preact/hooks';
import { addressWith, listOf, toggled } from '../address/address.ts';
import { useAddress } from '../address/address-provider.tsx';

interface FilterMenuProps {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  readonly options: Readonly<Record<string, string>>;
  /** Only one at a time. */
  readonly single?: boolean;
}

/** Closes like a menu of the system: by Escape, and when the focus or the pointer goes elsewhere. */
const useClosing = () => {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const held = menu.current;
      if (held?.open && event.target instanceof Node && !held.contains(event.target)) held.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  return { menu, onKeyDown };
};

/** A filter as a chip that opens; what is chosen stands on the chip, and in the address. */
export const FilterMenu = ({ name, label, options, single = false }: FilterMenuProps) => {
  const { address, go } = useAddress();
  const { menu, onKeyDown } = useClosing();
  const chosen = listOf(address.search, name);
  const shown = chosen.map((code) => options[code] ?? code).join(', ');
  const choose = (code: string) => {
    const one = chosen.includes(code) ? '' : code;
    go(addressWith(address, { [name]: single ? one : toggled(chosen, code) }), { replace: true });
  };
  return (
    <details class={chosen.length > 0 ? 'menu menu--on' : 'menu'} ref={menu} onKeyDown={onKeyDown}>
      <summary class={chosen.length > 0 ? 'chip chip--on' : 'chip'}>{shown ? `${label}: ${shown}` : label}</summary>
      <fieldset class="menu__list">
        <legend class="usa-sr-only">{label}</legend>
        {Object.entries(options).map(([code, words]) => (
          <label key={code} class="tick">
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => choose(code)} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
};
